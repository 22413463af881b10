"""Keeping what somebody lets moderators read beside the message they report."""

from collections.abc import Collection

from forum.concerns.models import Matter
from forum.extracts.lists import choosable
from forum.extracts.models import Excerpt
from forum.talk.models import Message
from network.access.viewer import Viewer


def keep_excerpts(*, by: Viewer, matter: Matter, message: Message, beside: Collection[str]) -> None:
    """Copy the chosen messages, by their public ids, in the caller's transaction. What may not be
    chosen is left out."""
    if not beside:
        return
    chosen = [one for one in choosable(by, message) if one.public_id in beside]
    rows = [
        Excerpt(
            matter=matter.public_id,
            about=message,
            message=one,
            author_id=one.author_id,
            body=one.body,
            said_at=one.said_at,
            number=one.number,
        )
        for one in chosen
    ]
    Excerpt.objects.bulk_create(rows, ignore_conflicts=True)
