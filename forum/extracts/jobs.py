"""Telling those who are not told at once."""

from django.utils import timezone

from forum.extracts.actions.widening import tell_participants
from forum.extracts.models import Widening
from forum.spaces.actions.takes_two import UNTOLD_AT_MOST
from network.jobs.registry import scheduled


@scheduled("50 6 * * *")
def tell_of_conversations() -> None:
    """After three months those who were left untold are told. Killed half-way, the next morning tells the rest."""
    for widening in Widening.objects.untold_since(timezone.now() - UNTOLD_AT_MOST).select_related("about__space"):
        tell_participants(widening)
