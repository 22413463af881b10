"""An address was proved: what waited for it goes on."""

from typing import Any

from allauth.account.signals import email_confirmed
from django.dispatch import receiver

from network.membership.actions.claim import address_proved


@receiver(email_confirmed, dispatch_uid="membership.address_proved")
def on_address_proved(sender: Any, email_address: Any, **_: Any) -> None:
    address_proved(person=email_address.user)
