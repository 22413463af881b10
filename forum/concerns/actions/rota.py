"""The rota: what waits is offered to somebody on duty, and later to somebody else. Nobody is made to take it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from forum.concerns.actions.matter import how_many_held
from forum.concerns.models import Duty, Matter, matters
from forum.concerns.notices import OFFERED
from forum.concerns.rules import MOST_HELD, can_decide
from network.access.viewer import viewer_of
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
    person = _who_is_next(matter)
    if person is None:
        return
    with transaction.atomic():
        as_it_was = type(matter).objects.unclaimed().filter(pk=matter.pk, offered_at=matter.offered_at)
        if as_it_was.update(offered_to=person, offered_at=now):
            key = f"{OFFERED.name}:{matter.NOUN}:{matter.pk}"
            tell(person=person, kind=OFFERED, ref=matter.public_id, key=key)


def _who_is_next(matter: Matter) -> User | None:
    """Of those on duty who may decide it, are not spared its category and have a hand free: whoever has least."""
    free: list[tuple[int, int, User]] = []
    for duty in Duty.objects.on().exclude(person_id=matter.offered_to_id).select_related("person"):
        viewer = viewer_of(duty.person)
        is_spared = not type(matter).objects.filter(pk=matter.pk).without(duty.categories).exists()
        held = how_many_held(viewer)
        if not is_spared and held < MOST_HELD and can_decide(viewer, matter):
            free.append((held, duty.person.pk, duty.person))
    return min(free)[2] if free else None
