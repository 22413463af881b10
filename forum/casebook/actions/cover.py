"""Saying something against a decision that hides one's own words. Whoever looks again decides it as a concern."""

from uuid import UUID

from django.db import transaction

from forum.casebook.actions.second_look import EARLIER, AlreadyAppealed, call_judges
from forum.casebook.rules import can_appeal_cover
from forum.concerns.actions.concern import Told, report_subject
from forum.concerns.models import Category, Concern
from forum.concerns.rules import can_decide
from forum.concerns.subject import COVER
from forum.covers.models import Cover
from network.access.viewer import Viewer
from network.access.visible import require

STANDS = "Nothing of this is hidden by a decision now, so there is nothing to appeal against."


def object_to_cover(*, by: Viewer, cover: Cover, words: str, key: UUID) -> Concern:
    """Ask that somebody else looks, once. The same key again is the same appeal.

    Raises Refused, AlreadyAppealed, NobodyElse or ReportingTooFast.
    """
    require(by.person_id is not None and cover.owner_id == by.person_id)
    with transaction.atomic():
        # Under the row of what it is against: of two in other words at once, one is told that it was too many.
        held = Cover.objects.select_for_update(of=("self",)).get(pk=cover.pk)
        earlier = Concern.objects.against([held.public_id]).first()
        if earlier is None:
            require(can_appeal_cover(held), STANDS)
            told = Told(Category.COMPLAINT, words)
            appeal = report_subject(by=by, kind=COVER, ref=held.public_id, told=told, key=key)
            call_judges(appeal, can_decide)
            return appeal
    if earlier.key != key:
        raise AlreadyAppealed(EARLIER)
    return earlier
