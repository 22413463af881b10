"""An address was proved: what waited for it goes on."""

from typing import Any

from allauth.account.signals import email_confirmed
from django.dispatch import receiver
from django.http import HttpRequest

from network.membership.actions.claim import address_proved
from network.membership.actions.opening import forget_what_was_typed
from network.people.joining import was_opened_elsewhere


@receiver(email_confirmed, dispatch_uid="membership.address_proved")
def on_address_proved(sender: Any, request: HttpRequest, email_address: Any, **_: Any) -> None:
    """Nobody inherits what a stranger typed: unless the answers came from this browser, they are asked anew."""
    person = email_address.user
    if was_opened_elsewhere(request, user=person):
        forget_what_was_typed(person=person)
    address_proved(person=person)
