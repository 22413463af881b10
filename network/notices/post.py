"""From a letter's row to a message, and whether it may still go."""

from django.apps import apps
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from network.notices.kind import Kind
from network.notices.models import Letter

TEMPLATE = "network/notices/email/letter"


def kind_of(name: str) -> Kind | None:
    """The kind a room declares under that name."""
    return apps.get_app_config("notices").kinds.get(name)  # type: ignore[attr-defined,no-any-return]


def message_for(letter: Letter) -> EmailMultiAlternatives | None:
    """The message as it must read now, or None when it may no longer go: sight is asked again at sending."""
    if letter.text:
        return _account_message(letter)
    kind, person = kind_of(letter.kind), letter.person
    if kind is None or person is None or not person.is_active or not kind.still_true(person, letter.ref):
        return None
    context = {"words": kind.words, "address": f"{settings.BASE_URL.rstrip('/')}/m/notices/"}
    message = EmailMultiAlternatives(
        subject=kind.subject, body=render_to_string(f"{TEMPLATE}.txt", context), to=[person.email]
    )
    message.attach_alternative(render_to_string(f"{TEMPLATE}.html", context), "text/html")
    if attachment := kind.attachment(person, letter.ref):
        message.attach(*attachment)
    return message


def _account_message(letter: Letter) -> EmailMultiAlternatives | None:
    if not letter.address:
        return None
    message = EmailMultiAlternatives(subject=letter.subject, body=letter.text, to=[letter.address])
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    return message
