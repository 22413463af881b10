"""Our adapters for django-allauth: letters become rows, secrets are encrypted, refusals are in our words."""

import hashlib
from typing import Any
from urllib.parse import unquote

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from network.people.models import User
from network.people.secrets import field_keys
from network.people.signals import letter_written

TOO_OFTEN = "Too many tries. Wait five minutes, or reset your password"
# Said on screen after the fact; the page that follows shows these things by itself.
UNSAID = {"logged_in", "logged_out", "login_code_sent", "email_confirmation_sent", "email_confirmed"}
WARN_AGAIN_SECONDS = 60 * 60
ONLY_FOR_OWNERS = {"account/email/too_many_tries"}


class OurWords:
    """Refusals that say what to do, and that are counted as such (see refusals.py)."""

    error_messages: dict[str, Any]

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        if code in ("too_many_login_attempts", "rate_limited"):
            current.request.tried_too_often = True
        error: ValidationError = super().validation_error(code, *args)  # type: ignore[misc]
        return error


class AccountAdapter(OurWords, DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "That email address and password do not go together",
        "incorrect_code": "That is not the code. Check it, or ask for a new one",
        "incorrect_password": "That is not your password",
        "enter_current_password": "That is not the password you use now",
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": "Too many tries. Wait a few minutes",
        "duplicate_email": "That is already your address",
        "same_as_current": "That is already your address",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts begin with the questions of /join/."""
        return False

    def is_safe_url(self, url: str | None) -> bool:
        """A path of ours, also after somebody has decoded it once more (A22)."""
        plain = unquote(url or "")
        return (
            plain.startswith("/") and plain[1:2] not in ("/", "\\") and plain.isprintable() and super().is_safe_url(url)
        )

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        return reverse("account" if self.request.user.is_authenticated else "account_login")

    def add_message(self, request: HttpRequest, level: int, *told: Any, **more: Any) -> None:
        template = told[0] if told else more.get("message_template")
        if (template or "").rpartition("/")[2].removesuffix(".txt") not in UNSAID:
            super().add_message(request, level, *told, **more)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Too many wrong passwords for one address: refused, and whoever owns it is told, once an hour (A06)."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            address = credentials.get("email", "").lower()
            if cache.add(f"people.warned:{hash_of(address)}", True, WARN_AGAIN_SECONDS):
                self.send_mail("account/email/too_many_tries", address, {})
            raise

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write a letter instead of sending: known and unknown addresses then take the same time (A01 to A03)."""
        context = {**context, "base_url": settings.BASE_URL.rstrip("/")}
        message = self.render_mail(template_prefix, email, context)
        person = User.objects.filter(email=email.lower()).only("pk").first()
        is_dropped = person is None and template_prefix in ONLY_FOR_OWNERS
        letter_written.send(
            User,
            # A letter without an address is equal work and goes nowhere.
            address="" if is_dropped else email,
            subject=message.subject,
            text=message.body,
            html="",
            person_id=person.pk if person else None,
        )


def hash_of(address: str) -> str:
    """An address as part of a cache key, which may be seen by whoever runs the cache."""
    return hashlib.blake2b(address.encode(), digest_size=16).hexdigest()


class SecretAdapter(OurWords, DefaultMFAAdapter):
    """Secrets of authenticator apps and recovery codes are kept encrypted; the first key of the ring writes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That is not the code of this moment. Check the app and try again",
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """What a new passkey is called until its owner says otherwise."""
        number = user.authenticator_set.filter(type=type).count() + 1
        return "My passkey" if number == 1 else f"Passkey {number}"

    def encrypt(self, text: str) -> str:
        return self._ring().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return self._ring().decrypt(encrypted_text.encode()).decode()

    def _ring(self) -> MultiFernet:
        return MultiFernet([Fernet(key) for key in field_keys()])
