"""What moderators read of whoever a matter is about."""

from dataclasses import dataclass

from forum.concerns.rules import is_conflicted
from forum.talk.models import Message
from network.access.viewer import Viewer


@dataclass(frozen=True)
class AboutAuthor:
    """How much the author has said where the viewer reads, how much of it was hidden before, and whether the two are
    colleagues. What was said in other rooms would tell that the author belongs there."""

    said: int
    hidden_before: int
    is_colleague: bool


def about_author(viewer: Viewer, author: int | None, *, but: int = 0) -> AboutAuthor:
    """Of whoever said the reported words, or is reported themselves; the message `but` is not counted as hidden before.
    Three queries."""
    theirs = Message.objects.visible_to(viewer).filter(author_id=author, author__isnull=False)
    hidden = theirs.filter(hidden_at__isnull=False).exclude(pk=but).count()
    return AboutAuthor(theirs.count(), hidden, is_conflicted(viewer, author))
