"""The rota: what waits is offered to somebody on duty, and later to somebody else. Nobody is made to take it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from forum.concerns.actions.matter import how_many_held
from forum.concerns.models import Duty, Matter, matters
from forum.concerns.notices import OFFERED
from forum.concerns.rules import MOST_HELD, can_decide
from network.access.viewer import Viewer, viewer_of
from network.notices.actions.tell import tell
from network.people.models import User

AT_ONCE = 100
# An offer stands for this part of the time there is for the matter.
PART = 4


def offer_waiting() -> None:
    """The clock's action, so nobody's `by`. Killed half-way, the next turn offers the rest."""
    now = timezone.now()
    for kind in matters():
        waiting = kind.objects.unclaimed().filter(is_for_lead=False, due_at__gt=now).order_by("due_at", "pk")
        for matter in waiting[:AT_ONCE]:
            if not _stands(matter, now):
                _offer(matter, now)


def _stands(matter: Matter, now: datetime) -> bool:
    """Whether whoever was asked has time yet."""
    if matter.offered_at is None:
        return False
    return now < matter.offered_at + (matter.due_at - matter.opened_at) / PART


def _offer(matter: Matter, now: datetime) -> None:
    person = _who_is_next(matter, now)
    if person is None:
        return
    with transaction.atomic():
        as_it_was = type(matter).objects.unclaimed().filter(pk=matter.pk, offered_at=matter.offered_at)
        if as_it_was.update(offered_to=person, offered_at=now):
            key = f"{OFFERED.name}:{matter.NOUN}:{matter.pk}"
            tell(person=person, kind=OFFERED, ref=matter.public_id, key=key)


def _who_is_next(matter: Matter, now: datetime) -> User | None:
    """Of those on duty who may decide it, are not spared its category and have a hand free: whoever has least,
    counting what they are asked to take."""
    free: list[tuple[int, int, User]] = []
    for duty in Duty.objects.on().exclude(person_id=matter.offered_to_id).select_related("person"):
        viewer = viewer_of(duty.person)
        is_spared = not type(matter).objects.filter(pk=matter.pk).without(duty.categories).exists()
        burden = how_many_held(viewer) + _how_many_offered(viewer, now)
        if not is_spared and burden < MOST_HELD and can_decide(viewer, matter):
            free.append((burden, duty.person.pk, duty.person))
    return min(free)[2] if free else None


def _how_many_offered(viewer: Viewer, now: datetime) -> int:
    """How many they are asked to take and have time for: what one turn offers must not all go to one."""
    offers = [matter for kind in matters() for matter in kind.objects.offered_to(viewer)]
    return sum(_stands(matter, now) for matter in offers)
