"""Telling a person something."""

from django.db import transaction
from django.utils import timezone

from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.jobs import send_letter
from network.notices.kind import Kind
from network.notices.models import Letter, Notice
from network.notices.paces import comes_at_once
from network.people.models import User


def tell(*, person: User, kind: Kind, ref: str, key: str, letter: bool = True) -> Notice:
    """Write a notice, and a letter unless told not to, in the caller's transaction. The same key again does nothing.

    What its person wants to hear in a digest or not at all, by its kind or its place, gets no letter of its own.

    `key` names the fact, unique for this person: "booking.confirmed:41". Mail leaves only after commit.
    """
    place = kind.place(ref)
    facts = {"kind": kind.name, "ref": ref, "place": place}
    with transaction.atomic():
        notice, is_new = Notice.objects.get_or_create(person=person, key=key, defaults=facts)
        if is_new and letter and comes_at_once(person.pk, kind, place):
            written = Letter.objects.create(person=person, kind=kind.name, ref=ref, key=f"{person.pk}:{key}")
            send_letter.later(written.pk)
    return notice


def mark_read(*, by: Viewer, notices: list[Notice]) -> None:
    """Note that these were seen."""
    require(all(notice.person_id == by.person_id for notice in notices))
    Notice.objects.filter(pk__in=[notice.pk for notice in notices], read_at=None).update(read_at=timezone.now())


def clear_all(*, by: Viewer) -> None:
    """Take everything off one's page: read, and gone from there. Each fact stays told."""
    require(by.person_id is not None)
    now = timezone.now()
    mine = Notice.objects.visible_to(by)
    mine.unread().update(read_at=now)
    mine.kept().update(cleared_at=now)
