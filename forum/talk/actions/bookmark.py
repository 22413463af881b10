"""Saving a message for later."""

from forum.talk.models import Bookmark, Message
from forum.talk.rules import can_save
from network.access.viewer import Viewer
from network.access.visible import can_see, require

MOST_SAVED = 500


class TooManySaved(Exception):
    """As many as somebody may keep."""

    def __init__(self) -> None:
        super().__init__(f"You have saved {MOST_SAVED} messages, the most we keep. Remove one to save this one.")


def save_message(*, by: Viewer, message: Message) -> Bookmark:
    """Keep a message to find it again. Twice is once. Raises Refused or TooManySaved."""
    require(can_save(by, message), "This message can no longer be saved.")
    mine = Bookmark.objects.visible_to(by)
    # Counted through sight: a limit reached too early would tell that somebody's messages are there unseen.
    if not mine.filter(message=message).exists() and mine.count() >= MOST_SAVED:
        raise TooManySaved
    bookmark, _ = Bookmark.objects.get_or_create(person_id=by.person_id, message=message)
    return bookmark


def forget_saved(*, by: Viewer, message: Message) -> None:
    """Keep it no longer. What was never saved stays so."""
    require(can_see(by, message))
    Bookmark.objects.filter(person_id=by.person_id, message=message).delete()
