"""Telling every open page that a talk stands otherwise now: its phase, its times, or that it was paused."""

from django.db import transaction

from forum.stage.models import Sitting
from forum.talk.actions.touch import touch_message


@transaction.atomic
def tell_phase(sitting: Sitting) -> None:
    """Readers get the first message anew, and with it what is read there. The clock's action, so nobody's `by`."""
    if sitting.opening is not None:
        touch_message(sitting.opening, author_id=None)
