"""Following a pledge up: asked near its date, three times at most, and then left in peace."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from network.access.viewer import Viewer
from network.access.visible import require
from network.membership.models import Pledge, PledgeState
from network.membership.notices import PLEDGE_DUE
from network.membership.rules import can_answer
from network.notices.actions.tell import tell

# Fourteen days before the date, on it, and thirty days after; unanswered after that it has lapsed.
ASKS = (timedelta(days=-14), timedelta(days=0), timedelta(days=30))
PATIENCE = timedelta(days=60)


def answer_pledge(*, by: Viewer, pledge: Pledge, state: str, note: str = "") -> Pledge:
    """Say that it was kept or changed."""
    require(can_answer(by, pledge))
    pledge.state, pledge.note, pledge.answered_at = state, note, timezone.now()
    pledge.save(update_fields=["state", "note", "answered_at"])
    return pledge


def follow_up(*, pledge: Pledge) -> None:
    """Ask if an ask is due, or let it lapse. Run twice, it asks once: each ask has its own key."""
    today = timezone.localdate()
    due = sum(today >= pledge.by_when + ask for ask in ASKS)
    with transaction.atomic():
        if today >= pledge.by_when + PATIENCE:
            Pledge.objects.made().filter(pk=pledge.pk).update(state=PledgeState.LAPSED)
        elif due > pledge.times_asked:
            Pledge.objects.made().filter(pk=pledge.pk).update(times_asked=due)
            tell(person=pledge.person, kind=PLEDGE_DUE, ref=str(pledge.pk), key=f"membership.pledge:{pledge.pk}:{due}")
