"""Telling those who are not told at once."""

import logging

from django.utils import timezone

from forum.sealed.actions.opening import UNTOLD_AT_MOST, tell_author
from forum.sealed.models import Opening, OpeningState
from forum.sealed.secrets import CannotOpen
from forum.sealed.telling import tell_of_hour
from forum.talk.actions.unnamed import to_the_hour
from network.jobs.registry import scheduled

log = logging.getLogger("bali.sealed")


@scheduled("0 * * * *")
def tell_of_pens() -> None:
    """Each full hour, of what was said without a name before it."""
    tell_of_hour(to_the_hour(timezone.now()))


@scheduled("40 6 * * *")
def tell_late() -> None:
    """After three months whoever was left untold is told. Killed half-way, the next morning tells the rest."""
    waiting = Opening.objects.filter(state=OpeningState.OPENED, told_at=None)
    for opening in waiting.filter(decided_at__lt=timezone.now() - UNTOLD_AT_MOST).select_related("seal"):
        try:
            tell_author(opening)
        except CannotOpen:
            # Its key is lost: nobody can be told, and the others must not wait for that.
            log.warning("opening_untellable", extra={"opening": opening.pk})
