"""Telling those who are not told at once, and forgetting what is over."""

import logging

from django.db.models.functions import Coalesce
from django.utils import timezone

from forum.sealed.actions.opening import tell_author
from forum.sealed.models import Opening, PenPause
from forum.sealed.secrets import CannotOpen
from forum.sealed.telling import tell_of_hour
from forum.spaces.actions.takes_two import UNTOLD_AT_MOST
from forum.spaces.models.takes_two import TakesTwoState
from forum.talk.actions.unnamed import to_the_hour
from network.jobs.registry import scheduled
from network.records.keeping import kept_since

log = logging.getLogger("bali.sealed")


@scheduled("0 * * * *")
def tell_of_pens() -> None:
    """Each full hour, of what was said without a name before it."""
    tell_of_hour(to_the_hour(timezone.now()))


@scheduled("40 6 * * *")
def tell_late() -> None:
    """After three months whoever was left untold is told. Killed half-way, the next morning tells the rest."""
    for opening in Opening.objects.untold_since(timezone.now() - UNTOLD_AT_MOST).select_related("seal"):
        try:
            tell_author(opening)
        except CannotOpen:
            # Its key is lost: nobody can be told, and the others must not wait for that.
            log.warning("opening_untellable", extra={"opening": opening.pk})


@scheduled("10 4 * * *")
def forget_ended() -> None:
    """24 months after its author was told, or it was answered, an opening goes, and a pause after its end. What waits
    stays. Run twice or half-way, nothing is missed."""
    ended = Opening.objects.exclude(state=TakesTwoState.ASKED)
    # One that gave way to the next was answered by nobody.
    ended = ended.annotate(ended_at=Coalesce("told_at", "decided_at", "asked_at"))
    ended.filter(ended_at__lt=kept_since()).delete()
    pauses = PenPause.objects.annotate(ended_at=Coalesce("lifted_at", "ends_at"))
    pauses.filter(ended_at__lt=kept_since()).delete()
