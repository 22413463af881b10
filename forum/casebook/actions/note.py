"""Noting something down for the moderators who come after."""

from uuid import UUID

from django.db import transaction

from forum.casebook.models import Note
from forum.concerns.models import Matter
from forum.concerns.rules import CONFLICT, can_decide
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
