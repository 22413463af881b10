"""Stopping a talk at once, putting things right, and going on."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone

from forum.concerns.actions.concern import ReportingTooFast, Told, report_subject
from forum.concerns.models import Category, Measure, MeasureState
from forum.desk.hiding import hide, restore
from forum.spaces.models import Space
from forum.stage.actions.organisers import ORGANISERS, say_as_organisers
from forum.stage.actions.turn import tell_phase
from forum.stage.models import Ejection, Halt, Sitting
from forum.stage.notices import EJECTED
from forum.stage.rules import can_eject, can_host
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import require
from network.jobs.registry import later
from network.notices.actions.tell import tell
from network.people.actions.role import end_role, grant_role
from network.people.models import Role, RoleKind, User
from network.records.actions.log import record_staff_action

# As much as one transaction takes within the two seconds that are promised.
MOST_CLEARED = 300
CLEARED = "The hosts have cleared the last minutes of this talk. It says nothing about your message."
NOTE = "A host has stopped this talk. Please look at what happened, at who was put out and at what was hidden."


class AnotherHostFirst(Exception):
    """Another host was first."""


def stop_talk(*, by: Viewer, sitting: Sitting, key: UUID, minutes: int = 0, people: Sequence[User] = ()) -> Halt:
    """Nobody writes any more but the hosts; these people are put out; the last minutes are out of sight; the
    moderators have a note. The same key again is the same halt.
    """
    require(can_host(by, sitting))
    if earlier := Halt.objects.filter(called_by_id=by.person_id, key=key).first():
        # The same press, sent again: the hosts may have gone on since.
        return earlier
    # Silence first, in a transaction of its own: whatever comes after, this holds.
    _freeze(sitting, timezone.now())
    with transaction.atomic():
        halt, is_new = Halt.objects.get_or_create(called_by_id=by.person_id, key=key, defaults={"sitting": sitting})
        if not is_new:
            return halt
        record_staff_action(by=by, verb="stopped_talk", about_id=None, reason=str(sitting))
        for person in people:
            _eject(by, halt, person)
        _clear(by, halt, minutes)
        _note_incident(by, sitting, key)
    return halt


def _freeze(sitting: Sitting, at: datetime | None) -> None:
    with transaction.atomic():
        # The lock under which messages are stored: what is on its way is in by then, or refused.
        space = Space.objects.select_for_update(no_key=True).get(pk=sitting.thread.space_id)
        if at is None or space.frozen_at is None:
            Space.objects.filter(pk=space.pk).update(frozen_at=at)
            tell_phase(sitting)
    sitting.thread.space.refresh_from_db(fields=["frozen_at"])


def _eject(by: Viewer, halt: Halt, person: User) -> None:
    space = halt.sitting.thread.space
    require(can_eject(by, halt.sitting, person.pk))
    barred = Role.objects.current().filter(person=person, kind=RoleKind.BARRED, scope=space.public_id)
    if barred.exists():
        return
    record_staff_action(by=by, verb="ejected", about_id=person.pk, reason=str(halt.sitting))
    # The hosts' right to put somebody out of their own talk is the proof; it gives them no say elsewhere.
    role = grant_role(person=person, kind=RoleKind.BARRED, scope=space.public_id, by=None)
    ejection = Ejection.objects.create(halt=halt, person=person, role=role)
    tell(person=person, kind=EJECTED, ref=space.public_id, key=f"stage.ejected:{ejection.pk}")


def _clear(by: Viewer, halt: Halt, minutes: int) -> None:
    """Whoever hides from this host is cleared like everybody: nothing tells that there was something of theirs. What
    somebody has just deleted is cleared too, or it would come back by an undo."""
    since = timezone.now() - timedelta(minutes=minutes)
    said = Message.objects.filter(thread=halt.sitting.thread_id, said_at__gt=since, hidden_at=None).exclude(body="")
    others = said.exclude(author_id=by.person_id).exclude(author=None, pen_name=ORGANISERS).order_by("-number")
    cleared = [message for message in others[: MOST_CLEARED if minutes else 0] if hide(message, CLEARED)]
    halt.hidden.add(*cleared)


def _note_incident(by: Viewer, sitting: Sitting, key: UUID) -> None:
    """With the moderators at once. One that waits already is the same."""
    told = Told(category=Category.HARASSMENT, words=NOTE)
    try:
        report_subject(by=by, kind="thread", ref=sitting.thread.public_id, told=told, key=uuid5(key, "incident"))
    except ReportingTooFast:
        # Ten of theirs in this minute are with the moderators already.
        return


def resume_talk(*, by: Viewer, sitting: Sitting) -> None:
    """Everybody writes again, less those who were put out."""
    require(can_host(by, sitting))
    with transaction.atomic():
        record_staff_action(by=by, verb="resumed_talk", about_id=None, reason=str(sitting))
        _freeze(sitting, None)


def readmit(*, by: Viewer, ejection: Ejection) -> None:
    """Let one person back in, by name. Nothing else does. Raises AnotherHostFirst."""
    require(can_host(by, ejection.halt.sitting))
    with transaction.atomic():
        taken = Ejection.objects.in_force().filter(pk=ejection.pk).update(readmitted_at=timezone.now())
        if not taken:
            raise AnotherHostFirst
        record_staff_action(by=by, verb="readmitted", about_id=ejection.person_id, reason=str(ejection.halt.sitting))
        _end_bar(ejection.role)


def _end_bar(role: Role) -> None:
    """Where the moderators keep them out by the same role, it is theirs from now on."""
    # Under the person's row, as every measure is.
    User.objects.select_for_update(no_key=True).only("pk").get(pk=role.person_id)
    if not Measure.objects.filter(role=role, state=MeasureState.TAKEN).update(owns_role=True):
        end_role(role=role, by=None)


def put_back(*, by: Viewer, sitting: Sitting) -> None:
    """What was cleared, by one press or several, is read again in its place, less what the moderators have hidden for
    good. Twice is once."""
    require(can_host(by, sitting))
    with transaction.atomic():
        cleared = list(Halt.objects.select_for_update().filter(sitting=sitting, restored_at=None).order_by("pk"))
        if not cleared:
            return
        Halt.objects.filter(pk__in=[halt.pk for halt in cleared]).update(restored_at=timezone.now())
        record_staff_action(by=by, verb="put_back_cleared", about_id=None, reason=str(sitting))
        for message in Message.objects.filter(
            pk__in=Halt.hidden.through.objects.filter(halt__in=cleared).values("message")
        ).order_by("number"):
            restore(message)


def send_care(*, by: Viewer, halt: Halt, words: str) -> None:
    """Say something to everybody who was there, once: it stands in the talk, and a neutral notice leads to it. Raises
    AnotherHostFirst."""
    require(can_host(by, halt.sitting))
    with transaction.atomic():
        if not Halt.objects.filter(pk=halt.pk, cared_at=None).update(cared_at=timezone.now(), care=words):
            raise AnotherHostFirst
        record_staff_action(by=by, verb="sent_care", about_id=None, reason=str(halt.sitting))
        say_as_organisers(halt.sitting.thread, words)
        later("stage.tell_care", halt.pk)
