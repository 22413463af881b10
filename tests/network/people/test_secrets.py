import secrets

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from network.people.accounts import SecretAdapter


def test_a_secret_is_not_kept_in_clear(ada):
    secret = generate_totp_secret()

    TOTP.activate(ada.person, secret)

    assert secret not in str(Authenticator.objects.get(user=ada.person).data)


def test_an_older_key_still_reads_what_it_wrote(settings):
    old, new = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    settings.FIELD_KEYS = [old]
    kept = SecretAdapter().encrypt("a seed")

    settings.FIELD_KEYS = [new, old]

    assert SecretAdapter().decrypt(kept) == "a seed"
    assert SecretAdapter().encrypt("a seed") != kept
