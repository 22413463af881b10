"""From a letter's row to a message, and whether it may still go."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from network.notices.digest import DIGEST, words_of
from network.notices.kind import Kind, kind_of
from network.notices.models import Letter
from network.notices.paces import comes_at_once
from network.notices.unsubscribing import address_for, headers_for
from network.people.models import User

TEMPLATE = "network/notices/email/letter"


def is_service(letter: Letter) -> bool:
    """Whether it goes whatever its person chose: security, places, decisions about them."""
    kind = kind_of(letter.kind)
    return letter.kind != DIGEST and (kind is None or kind.choice is None)


def message_for(letter: Letter) -> EmailMultiAlternatives | None:
    """The message as it must read now, or None when it may no longer go: sight is asked again at sending."""
    if letter.text:
        return _account_message(letter)
    if letter.person is None or not letter.person.is_active:
        return None
    if letter.kind == DIGEST:
        counted = words_of(letter)
        words = f"Waiting for you: {counted}."
        return _message(letter, letter.person, counted, words) if counted else None
    kind = kind_of(letter.kind)
    if kind is None or not _still_wanted(kind, letter.person, letter.ref):
        return None
    words = f"{kind.words} Your reference is {letter.ref}." if kind.has_reference else kind.words
    message = _message(letter, letter.person, kind.subject, words)
    if attachment := kind.attachment(letter.person, letter.ref):
        message.attach(*attachment)
    return message


def _still_wanted(kind: Kind, person: User, ref: str) -> bool:
    return comes_at_once(person.pk, kind, kind.place(ref)) and kind.still_true(person, ref)


def _message(letter: Letter, person: User, subject: str, words: str) -> EmailMultiAlternatives:
    base = settings.BASE_URL.rstrip("/")
    context = {"words": words, "address": f"{base}/m/notices/"}
    headers = {}
    if not is_service(letter):
        headers = headers_for(person, letter.kind)
        context |= {"preferences": f"{base}/m/notices/preferences/", "stop": address_for(person, letter.kind)}
    body = render_to_string(f"{TEMPLATE}.txt", context)
    message = EmailMultiAlternatives(subject=subject, body=body, to=[person.email], headers=headers)
    message.attach_alternative(render_to_string(f"{TEMPLATE}.html", context), "text/html")
    return message


def _account_message(letter: Letter) -> EmailMultiAlternatives | None:
    if not letter.address:
        return None
    message = EmailMultiAlternatives(subject=letter.subject, body=letter.text, to=[letter.address])
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    return message
