"""A cohort's space follows its first participant."""

from typing import Any

from django.dispatch import receiver

from forum.spaces.actions.cohort import make_cohort_space
from network.programme.signals import place_taken


@receiver(place_taken, dispatch_uid="spaces.cohort_space")
def on_place_taken(sender: Any, code: str, **_: Any) -> None:
    """Sent after commit, at every place; should one be lost, the next who takes a place makes the space."""
    make_cohort_space(code=code)
