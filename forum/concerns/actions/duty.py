"""Coming to the table and leaving it, and being given what waits."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.concerns.actions.matter import AlreadyTaken, claim_matter, release_matter
from forum.concerns.models import Duty, Matter, matters
from forum.concerns.rules import can_sit
from network.access.viewer import Viewer
from network.access.visible import Refused, require
from network.people.models import User
from network.records.actions.log import from_to, record_staff_action

MOST_LOOKED_AT = 100


@dataclass(frozen=True)
class Wishes:
    """Whether somebody is at the table, what they would rather not be given, whether they hand over what they have."""

    is_on: bool
    spared: frozenset[str] = frozenset()
    hands_over: bool = False


def keep_duty(*, by: Viewer, wishes: Wishes) -> Duty:
    """Be on duty from now on, or not. The log says when; what somebody is spared stands in their own row."""
    require(can_sit(by))
    with transaction.atomic():
        person = User.objects.select_for_update(no_key=True).only("pk").get(pk=by.person_id or 0)
        was_on = Duty.objects.on().filter(person=person).exists()
        facts = {"is_on": wishes.is_on, "spared": " ".join(sorted(wishes.spared)), "changed_at": timezone.now()}
        duty, _ = Duty.objects.update_or_create(person=person, defaults=facts)
        if was_on != wishes.is_on:
            after, before = ("on", "off") if wishes.is_on else ("off", "on")
            record_staff_action(by=by, verb=f"went_{after}_duty", about_id=None, change=from_to(before, after))
        if not wishes.is_on:
            _leave(by, wishes.hands_over)
    return duty


def _leave(by: Viewer, hands_over: bool) -> None:
    """What was offered is offered to others; what was taken is given back where they ask for that."""
    for kind in matters():
        kind.objects.unclaimed().filter(offered_to_id=by.person_id).update(offered_to=None, offered_at=None)
        for matter in kind.objects.held_by(by) if hands_over else ():
            release_matter(by=by, matter=matter)


def take_next(*, by: Viewer, key: UUID) -> Matter | None:
    """Take what is most urgent of what waits for them: first what the rota offered, never a category they are spared,
    and nothing about somebody they work with. Nothing where nothing waits; with the same key again, the same.

    Raises Refused or HandsFull.
    """
    require(can_sit(by))
    with transaction.atomic():
        # Under their own row: one press that came twice in a moment must not take two.
        User.objects.select_for_update(no_key=True).only("pk").get(pk=by.person_id or 0)
        return _taken_with(by, key) or _take_first(by, key)


def _taken_with(by: Viewer, key: UUID) -> Matter | None:
    for kind in matters():
        if matter := kind.objects.taken_with(by, key).first():
            return matter
    return None


def _take_first(by: Viewer, key: UUID) -> Matter | None:
    for matter in _waiting_for(by):
        try:
            taken = claim_matter(by=by, matter=matter)
        except (AlreadyTaken, Refused):
            continue
        type(taken).objects.filter(pk=taken.pk).update(taken_key=key)
        return taken
    return None


def _waiting_for(by: Viewer) -> list[Matter]:
    spared = spared_by(by.person_id)
    found: list[Matter] = []
    for kind in matters():
        found += kind.objects.visible_to(by).unclaimed().without(spared).order_by("due_at", "pk")[:MOST_LOOKED_AT]
    return sorted(found, key=lambda matter: (matter.offered_to_id != by.person_id, matter.due_at))


def spared_by(person_id: int | None) -> list[str]:
    """The categories somebody would rather not be given. One query."""
    duty = Duty.objects.filter(person_id=person_id).first()
    return duty.categories if duty else []
