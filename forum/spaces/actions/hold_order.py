"""Having somebody's next messages looked at first, and ending that early."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from forum.spaces.actions.pause import LONGEST
from forum.spaces.models import HoldOrder
from forum.spaces.models.hold_order import MOST_HELD
from forum.spaces.rules import can_hold_posts, can_lift_hold
from network.access.viewer import Viewer
from network.access.visible import require
from network.people.models import User
from network.records.actions.log import record_staff_action


def hold_next_posts(
    *, by: Viewer, person: User, reason: str, posts: int | None = None, span: timedelta | None = None
) -> HoldOrder:
    """Hold so many of their messages, or all of them for a while, until somebody has looked at each.

    Raises ValueError without an end, for more than a hundred messages or for more than thirty days.
    """
    require(can_hold_posts(by, person.pk))
    in_bounds = [0 < posts <= MOST_HELD] if posts is not None else []
    in_bounds += [timedelta(0) < span <= LONGEST] if span is not None else []
    if not in_bounds or not all(in_bounds):
        raise ValueError("an order ends: after a hundred messages or thirty days at most")
    now = timezone.now()
    with transaction.atomic():
        record_staff_action(by=by, verb="ordered_hold", about_id=person.pk, reason=reason)
        facts = {"begun_at": now, "ends_at": span and now + span, "posts_left": posts, "reason": reason}
        return HoldOrder.objects.create(person=person, ordered_by_id=by.person_id, **facts)


def lift_hold_order(*, by: Viewer, order: HoldOrder) -> HoldOrder:
    """Their messages are posted at once from now on. What is held already still waits to be looked at."""
    require(can_lift_hold(by, order))
    with transaction.atomic():
        if HoldOrder.objects.running().filter(pk=order.pk).update(lifted_at=timezone.now()):
            record_staff_action(by=by, verb="lifted_hold_order", about_id=order.person_id)
    order.refresh_from_db()
    return order
