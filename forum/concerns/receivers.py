"""What somebody has taken goes back to the others when they may no longer see it."""

from typing import Any

from django.dispatch import receiver

from forum.concerns.actions.matter import give_back_unseen
from network.people.signals import access_changed


@receiver(access_changed, dispatch_uid="concerns.give_back_unseen")
def on_access_changed(sender: Any, person_id: int, **_: Any) -> None:
    """Sent after commit, at each change of rights; should one be lost, the owners are told when it is late."""
    give_back_unseen(person_id=person_id)
