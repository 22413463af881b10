"""Telling those who are not told at once."""

from django.utils import timezone

from forum.extracts.actions.widening import UNTOLD_AT_MOST, tell_participants
from forum.extracts.models import Widening, WideningState
from network.jobs.registry import scheduled


@scheduled("50 6 * * *")
def tell_of_conversations() -> None:
    """After three months those who were left untold are told. Killed half-way, the next morning tells the rest."""
    waiting = Widening.objects.filter(state=WideningState.OPENED, told_at=None)
    for widening in waiting.filter(decided_at__lt=timezone.now() - UNTOLD_AT_MOST).select_related("about__space"):
        tell_participants(widening)
