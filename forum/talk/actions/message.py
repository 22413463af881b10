"""Saying something, correcting it, taking it back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from forum.files.models import Upload
from forum.spaces.rules import is_held_back, why_paused
from forum.talk.actions.attachment import attach, has_just
from forum.talk.actions.change import UNCHANGEABLE, erase_words, replace_words
from forum.talk.actions.hold import WaitsFirst, keep_back
from forum.talk.actions.pace import check_links, check_pace, check_slow_mode
from forum.talk.actions.turn import CLOSED, announce, take_turn
from forum.talk.holding import why_held, would_wait
from forum.talk.mentions import mentioned_in
from forum.talk.models import Draft, Following, Held, Message, Thread
from forum.talk.notices import A_MOMENT, REPLY, has_muted
from forum.talk.rules import can_delete, can_edit, can_post, why_no_answer, why_words_stay
from forum.talk.writing import render
from network.access.viewer import Viewer
from network.access.visible import Refused, require
from network.jobs.registry import later
from network.notices.actions.tell import tell

FILES_DO_NOT_WAIT = "Messages are looked at first here, and files cannot wait. Send your words alone."
LOOKED_AT = "Messages are looked at first here, so one that stands is not changed. Delete it, and post it anew."


class _HoldsByNow(Exception):
    """The space began to keep messages back while one was on its way."""


class OtherWordsSameKey(Exception):
    """That key was used for other words: both texts must be shown, and neither lost."""

    def __init__(self, earlier: Message | Held) -> None:
        super().__init__("You have already sent another message from this form. Both texts are below.")
        self.earlier = earlier


def post_message(
    *,
    by: Viewer,
    thread: Thread,
    body: str,
    key: UUID,
    reply_to: Message | None = None,
    uploads: Sequence[Upload] = (),
    at: datetime | None = None,
) -> Message:
    """Say something in a thread, with files of one's own. The same key twice is the same message: a browser may retry.

    Raises Refused, TooManyLinks, PostingTooFast, FileGone, WaitsFirst where others see it later, or OtherWordsSameKey
    when the key came with other words or files. `at` is for invented worlds.
    """
    if earlier := Message.objects.said_by(by, key):
        return same_words(earlier, thread, body, uploads)
    if waiting := Held.objects.said_by(by, key):
        raise WaitsFirst(same_held(waiting, thread, body))
    if not can_post(by, thread):
        raise Refused(why_no_answer(by, thread) or why_paused(by) or CLOSED)
    check_links(by, body, at)
    held = Held(space=thread.space, thread=thread, body=body, key=key, reply_to=reply_to)
    why = why_held(by, thread.space, body) if at is None else ""
    if why or (at is None and is_held_back(by, thread.space)):
        require(not uploads, FILES_DO_NOT_WAIT)
        raise WaitsFirst(keep_back(by, held, why))
    try:
        with transaction.atomic():
            if at is None:
                check_pace(by, key)
            message = store_message(by, thread, body, key, reply_to, at)
            if uploads:
                attach(message, uploads)
            return message
    except _HoldsByNow:
        require(not uploads, FILES_DO_NOT_WAIT)
        raise WaitsFirst(keep_back(by, held, why_held(by, thread.space, body))) from None
    except IntegrityError:
        # The same form arrived twice at once, and the other one was first.
        if earlier := Message.objects.said_by(by, key):
            return same_words(earlier, thread, body, uploads)
        raise


def store_message(
    by: Viewer,
    thread: Thread,
    body: str,
    key: UUID,
    reply_to: Message | None,
    at: datetime | None = None,
    *,
    was_held: bool = False,
) -> Message:
    """Inside a transaction: the message itself, and what follows from it. What was held has been let through."""
    version = take_turn(by, thread)
    if at is None and not was_held:
        check_slow_mode(by, thread.space, key)
        if is_held_back(by, thread.space):
            raise _HoldsByNow
    message = Message.objects.create(
        space=thread.space,
        thread=thread,
        author_id=by.person_id,
        body=body,
        html=render(body),
        key=key,
        number=version,
        version=version,
        reply_to=reply_to if reply_to and reply_to.thread_id == thread.pk else None,
        **({"said_at": at} if at else {}),
    )
    told = message.reply_to.author if message.reply_to else thread.author
    if told is not None and told.pk not in by.apart | {by.person_id} and at is None and not has_muted(told, thread):
        tell(person=told, kind=REPLY, ref=message.public_id, key=f"talk.reply:{message.pk}")
    if at is None and (called := mentioned_in(body, by, thread.space)):
        later("talk.tell_mentioned", message.pk, called)
    if at is None and Following.objects.followed().filter(thread=thread).exclude(person_id=by.person_id).exists():
        later("talk.tell_followers", message.pk, run_after=timezone.now() + A_MOMENT)
    Following.objects.begin(by.person_id, thread)
    Draft.objects.filter(person_id=by.person_id, thread=thread).delete()
    announce(thread.space_id)
    return message


def same_words(earlier: Message, thread: Thread, body: str, uploads: Sequence[Upload] = ()) -> Message:
    """What was said before with the same key. Raises OtherWordsSameKey."""
    has_its_first_words = earlier.edited_at is None and earlier.deleted_at is None
    has_other_files = earlier.deleted_at is None and not has_just(earlier, uploads)
    if earlier.thread_id != thread.pk or (has_its_first_words and earlier.body != body) or has_other_files:
        raise OtherWordsSameKey(earlier)
    return earlier


def same_held(waiting: Held, thread: Thread | None, body: str) -> Held:
    """What was sent with that key, unless the words are others. Raises OtherWordsSameKey."""
    if waiting.thread_id != (thread and thread.pk) or (waiting.body and waiting.body != body):
        raise OtherWordsSameKey(waiting)
    return waiting


def edit_message(*, by: Viewer, message: Message, body: str) -> Message:
    """Correct one's own words. Listeners get the message anew in its old place; what it said before is kept.
    Raises Refused, also when its time to be changed is over."""
    require(can_edit(by, message), why_words_stay(message) or UNCHANGEABLE)
    require(not would_wait(by, message.thread.space, body), LOOKED_AT)
    check_links(by, body)
    return replace_words(message, body, timezone.now(), by)


def delete_message(*, by: Viewer, message: Message) -> Message:
    """Take one's own words back: gone from the database, earlier ones too. A neutral line keeps replies readable."""
    require(can_delete(by, message), "This message is not yours to delete.")
    return erase_words(message, timezone.now())
