"""The list of words and sites that hold a message until somebody has looked."""

from django.db import transaction

from forum.spaces.models import Watchword
from forum.spaces.models.watchword import WatchKind, plain
from forum.spaces.rules import can_keep_watchwords
from network.access.viewer import Viewer
from network.access.visible import require
from network.records.actions.log import record_staff_action

MOST_WATCHED = 500


class WatchListFull(Exception):
    """Every message is compared with the whole list, so it stays short."""


def watch_word(*, by: Viewer, text: str, kind: str = WatchKind.WORD) -> Watchword:
    """Hold messages with this word or phrase; of kind "link", those that lead to this site. Watched twice, it is once.

    Raises WatchListFull, or ValueError for nothing at all.
    """
    require(can_keep_watchwords(by))
    watched = plain(text)
    if kind == WatchKind.LINK:
        watched = watched.removeprefix("https://").removeprefix("http://").removeprefix("www.").split("/")[0]
    if not watched:
        raise ValueError("something is watched, or nothing is")
    with transaction.atomic():
        if Watchword.objects.count() >= MOST_WATCHED:
            raise WatchListFull("The list is full. Remove a word nobody needs before you add another.")
        facts = {"added_by_id": by.person_id}
        word, is_new = Watchword.objects.get_or_create(kind=kind, text=watched, defaults=facts)
        if is_new:
            record_staff_action(by=by, verb="watched_word", about_id=None, reason=f"watchword {word.pk}")
    return word


@transaction.atomic
def unwatch_word(*, by: Viewer, word: Watchword) -> None:
    """Take it off the list. What it holds already still waits to be looked at."""
    require(can_keep_watchwords(by))
    record_staff_action(by=by, verb="unwatched_word", about_id=None, reason=f"watchword {word.pk}")
    word.delete()
