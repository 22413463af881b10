"""Handing over what one has to everybody, with a note."""

from uuid import UUID

from django.db import transaction

from forum.casebook.actions.note import write_note
from forum.concerns.actions.duty import Wishes, keep_duty, spared_by
from forum.concerns.models import matters
from forum.concerns.rules import can_decide, can_sit
from network.access.viewer import Viewer
from network.access.visible import require


def hand_over(*, by: Viewer, body: str, key: UUID) -> int:
    """Leave duty and give back all one has taken and not decided, each with the same note for whoever takes it next.
    Gives how many there were. What somebody may no longer decide goes back without a note."""
    require(can_sit(by))
    with transaction.atomic():
        held = [matter for kind in matters() for matter in kind.objects.held_by(by)]
        for matter in held:
            if can_decide(by, matter):
                write_note(by=by, matter=matter, body=body, key=key)
        spared = frozenset(spared_by(by.person_id))
        keep_duty(by=by, wishes=Wishes(is_on=False, spared=spared, hands_over=True))
    return len(held)
