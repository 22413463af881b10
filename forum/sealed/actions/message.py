"""Saying something without one's name, correcting it, taking it back."""

from datetime import datetime
from secrets import choice
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.sealed.models import Seal
from forum.sealed.names import PENS
from forum.sealed.pace import check_pen_pace
from forum.sealed.rules import NOT_HERE, can_reword, can_take_back, takes_unnamed, why_pen_rests
from forum.sealed.secrets import close_seal, key_of, marks_of
from forum.spaces.models import Space
from forum.talk.actions.change import UNCHANGEABLE, erase_words, replace_words
from forum.talk.actions.message import same_words
from forum.talk.actions.pace import check_links
from forum.talk.actions.unnamed import WAITS, Unnamed, store_unnamed, to_the_hour
from forum.talk.holding import would_wait
from forum.talk.models import Draft, Message, Thread
from forum.talk.rules import why_words_stay
from network.access.viewer import Viewer
from network.access.visible import require


class NoPenLeft(Exception):
    """Every name of the list writes in this thread already."""


def post_unnamed(
    *, by: Viewer, thread: Thread, body: str, key: UUID, reply_to: Message | None = None, at: datetime | None = None
) -> Message:
    """Say something in a thread under a pen name, the same one as before in this thread. The same key twice is the
    same message.

    Raises Refused, PostingTooFast, NoPenLeft, or OtherWordsSameKey when the key came with other words. `at` is for
    invented worlds.
    """
    stored_key = key_of(by.person_id, thread.pk, key)
    if earlier := _said_before(by, thread, stored_key):
        return same_words(earlier, thread, body)
    require(takes_unnamed(thread.space), NOT_HERE)
    with transaction.atomic():
        hold(thread)
        if earlier := _said_before(by, thread, stored_key):
            return same_words(earlier, thread, body)
        seal = Seal.objects.held_by(by, thread) or _cut(by, thread)
        require(not why_pen_rests(seal), why_pen_rests(seal))
        words = Unnamed(seal.pen_name, body, stored_key, reply_to)
        message = store_unnamed(by=by, thread=thread, words=words, at=at)
        require(takes_unnamed(thread.space), NOT_HERE)
        if at is None:
            check_pen_pace(by, thread.space)
    return message


def hold(thread: Thread) -> None:
    """The space's row, as for every message: of two first words of one person at once, one finds the other's pen."""
    Space.objects.select_for_update().get(pk=thread.space_id)


def _said_before(by: Viewer, thread: Thread, stored_key: UUID) -> Message | None:
    seal = Seal.objects.held_by(by, thread)
    mine = Message.objects.filter(thread=thread, pen_name=seal.pen_name) if seal else Message.objects.none()
    return mine.filter(key=stored_key).first()


def _cut(by: Viewer, thread: Thread) -> Seal:
    """A new seal: by chance one of the names nobody writes under in this thread."""
    require(by.person_id is not None)
    assert by.person_id is not None  # For the type checker: require has just refused nobody.
    taken = set(Seal.objects.filter(thread=thread).values_list("pen_name", flat=True))
    free = [name for name in PENS if name not in taken]
    if not free:
        raise NoPenLeft("All pen names are taken in this thread. Your words are still here.")
    mark, kept = marks_of(by.person_id, thread.pk)[0], close_seal(by.person_id, thread.pk)
    return Seal.objects.create(thread=thread, pen_name=choice(free), mark=mark, ciphertext=kept)


def take_draft_over(*, by: Viewer, thread: Thread) -> None:
    """The words go on to the page for those without a name; the draft, a row with one, goes. Done before anything is
    said and apart from it, whether or not it ever is."""
    require(takes_unnamed(thread.space), NOT_HERE)
    Draft.objects.visible_to(by).filter(thread=thread).delete()


def reword_unnamed(*, by: Viewer, message: Message, body: str) -> Message:
    """Correct what one said without one's name. Like every edit, told to the hour alone. Raises Refused."""
    require(can_reword(by, message), why_words_stay(message) or UNCHANGEABLE)
    require(not would_wait(by, message.thread.space, body), WAITS)
    check_links(by, body)
    return replace_words(message, body, to_the_hour(timezone.now()))


def take_back_unnamed(*, by: Viewer, message: Message) -> Message:
    """Erase what one said without one's name; a line with the pen name stays. Raises Refused."""
    require(can_take_back(by, message), "This message is not yours to delete.")
    return erase_words(message, to_the_hour(timezone.now()))
