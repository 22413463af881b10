"""Our adapters for django-allauth: letters become rows, secrets are encrypted, names stay as typed."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest

from network.people.models import User
from network.people.secrets import field_keys
from network.people.signals import letter_written


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts begin with the questions of /join/."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write a letter instead of sending: known and unknown addresses then take the same time (A01 to A03)."""
        context = {**context, "site_name": settings.WAGTAIL_SITE_NAME, "base_url": settings.BASE_URL}
        message = self.render_mail(template_prefix, email, context)
        person = User.objects.filter(email=email.lower()).only("pk").first()
        letter_written.send(
            User,
            address=email,
            subject=message.subject,
            text=message.body,
            html="",
            person_id=person.pk if person else None,
        )


class SecretAdapter(DefaultMFAAdapter):
    """Secrets of authenticator apps and recovery codes are kept encrypted; the first key of the ring writes."""

    def encrypt(self, text: str) -> str:
        return self._ring().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return self._ring().decrypt(encrypted_text.encode()).decode()

    def _ring(self) -> MultiFernet:
        return MultiFernet([Fernet(key) for key in field_keys()])
