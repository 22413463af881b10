"""Noting something down for the moderators who come after, and handing over what one has."""

from uuid import UUID

from django.db import transaction

from forum.casebook.models import Note
from forum.concerns.actions.duty import Wishes, keep_duty, spared_by
from forum.concerns.models import Matter, matters
from forum.concerns.rules import CONFLICT, can_decide, can_sit
from network.access.viewer import Viewer
from network.access.visible import require
from network.records.actions.log import record_staff_action

MOST_NOTES = 100


class TooManyNotes(Exception):
    """A matter holds a hundred."""


def write_note(*, by: Viewer, matter: Matter, body: str, key: UUID) -> Note:
    """Note something for whoever may decide this matter. The same key again is the same note.

    Raises Refused or TooManyNotes.
    """
    require(can_decide(by, matter), CONFLICT)
    with transaction.atomic():
        mine = {"author_id": by.person_id, "noun": matter.NOUN, "ref": matter.public_id, "key": key}
        if not Note.objects.filter(**mine).exists() and Note.objects.about(matter).count() >= MOST_NOTES:
            raise TooManyNotes(f"There are {MOST_NOTES} notes here already.")
        note, is_new = Note.objects.get_or_create(**mine, defaults={"body": body})
        if is_new:
            record_staff_action(by=by, verb=f"noted_{matter.in_log}", about_id=matter.about_id)
    return note


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
