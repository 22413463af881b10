"""Saying something, correcting it, taking it back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max, Q
from django.utils import timezone

from forum.files.models import Upload
from forum.spaces.models import Space
from forum.spaces.rules import why_paused
from forum.talk.actions.attachment import attach, detach, has_just
from forum.talk.jobs import A_MOMENT, tell_followers
from forum.talk.models import Draft, EarlierWords, Following, Message, Thread
from forum.talk.notices import REPLY, has_muted
from forum.talk.rules import can_delete, can_edit, can_post, why_no_answer
from forum.talk.signals import space_changed
from forum.talk.writing import render
from network.access.viewer import Viewer
from network.access.visible import require
from network.notices.actions.tell import tell
from network.people.models import User

MOST_A_MINUTE = 10
MINUTE = timedelta(minutes=1)
CLOSED = "This thread is closed for new messages."


class PostingTooFast(Exception):
    """More than ten messages in a minute, or a second one in slow mode. `seconds` says when the next may come."""

    def __init__(self, seconds: int, why: str = f"You have posted {MOST_A_MINUTE} messages in a minute") -> None:
        again = f"{seconds} second{'' if seconds == 1 else 's'}"
        super().__init__(f"{why}. You can post again in {again}.")
        self.seconds = seconds


class OtherWordsSameKey(Exception):
    """That key was used for other words: both texts must be shown, and neither lost."""

    def __init__(self, earlier: Message) -> None:
        super().__init__("You have already sent another message from this form. Both texts are below.")
        self.earlier = earlier


def announce(space_id: int) -> None:
    """Ring after commit. Nothing depends on it being heard."""
    transaction.on_commit(lambda: space_changed.send_robust(Message, space_id=space_id), robust=True)


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

    Raises Refused, PostingTooFast, FileGone, or OtherWordsSameKey when the key came with other words or files. `at` is
    for invented worlds.
    """
    if earlier := Message.objects.said_by(by, key):
        return _same_words(earlier, thread, body, uploads)
    require(can_post(by, thread), why_no_answer(by, thread) or why_paused(by) or CLOSED)
    try:
        with transaction.atomic():
            if at is None:
                check_pace(by, key)
            message = _store(by, thread, body, key, reply_to, at)
            if uploads:
                attach(message, uploads)
            return message
    except IntegrityError:
        # The same form arrived twice at once, and the other one was first.
        if earlier := Message.objects.said_by(by, key):
            return _same_words(earlier, thread, body, uploads)
        raise


def _store(by: Viewer, thread: Thread, body: str, key: UUID, reply_to: Message | None, at: datetime | None) -> Message:
    version = thread.space.advance()
    require(is_still_open(thread), CLOSED)
    require(not why_no_answer(by, thread), why_no_answer(by, thread))
    if at is None:
        check_slow_mode(by, thread.space, key)
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
    if told is not None and told.pk != by.person_id and at is None and not has_muted(told, thread):
        tell(person=told, kind=REPLY, ref=message.public_id, key=f"talk.reply:{message.pk}")
    if at is None and Following.objects.followed().filter(thread=thread).exclude(person_id=by.person_id).exists():
        tell_followers.later(message.pk, run_after=timezone.now() + A_MOMENT)
    Following.objects.begin(by.person_id, thread)
    Draft.objects.filter(person_id=by.person_id, thread=thread).delete()
    announce(thread.space_id)
    return message


def is_still_open(thread: Thread) -> bool:
    """Asked anew under the space's lock: closing takes it too, so whoever comes after a close finds it."""
    open_by_clock = Q(closes_at=None) | Q(closes_at__gt=timezone.now())
    return Thread.objects.filter(open_by_clock, pk=thread.pk, closed_at=None).exists()


def _same_words(earlier: Message, thread: Thread, body: str, uploads: Sequence[Upload]) -> Message:
    has_its_first_words = earlier.edited_at is None and earlier.deleted_at is None
    has_other_files = earlier.deleted_at is None and not has_just(earlier, uploads)
    if earlier.thread_id != thread.pk or (has_its_first_words and earlier.body != body) or has_other_files:
        raise OtherWordsSameKey(earlier)
    return earlier


def check_pace(by: Viewer, key: UUID) -> None:
    """Raises PostingTooFast after ten messages within a minute. The same form sent twice is no second message. Asked
    under the person's row: the lock of one space does not reach the next, nor what another tab is writing there."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.person_id or 0)
    now = timezone.now()
    mine = Message.objects.filter(author_id=by.person_id, said_at__gt=now - MINUTE).exclude(key=key)
    times = mine.order_by("said_at")
    recent = list(times.values_list("said_at", flat=True)[:MOST_A_MINUTE])
    if len(recent) >= MOST_A_MINUTE:
        raise PostingTooFast(max(1, round((recent[0] + MINUTE - now).total_seconds())))


def check_slow_mode(by: Viewer, space: Space, key: UUID) -> None:
    """Raises PostingTooFast where the space is slow and this person has just spoken: under its lock, so that of two at
    once one waits. The same form sent twice is no second message."""
    now, pause = timezone.now(), timedelta(seconds=space.slow_seconds)
    said = Message.objects.filter(author_id=by.person_id, space=space, said_at__gt=now - pause).exclude(key=key)
    if pause and (last := said.aggregate(last=Max("said_at"))["last"]):
        raise PostingTooFast(ceil((last + pause - now).total_seconds()), space.pace)


def edit_message(*, by: Viewer, message: Message, body: str) -> Message:
    """Correct one's own words. Listeners get the message anew in its old place; what it said before is kept."""
    require(can_edit(by, message), "This message can no longer be changed.")
    with transaction.atomic():
        # Every change takes the space's row first; whoever waits for it here finds what was deleted meanwhile.
        Space.objects.select_for_update().get(pk=message.space_id)
        message.refresh_from_db(fields=["body", "html", "edited_at", "deleted_at", "hidden_at"])
        require(message.is_standing, "This message can no longer be changed.")
        if message.body == body:
            return message
        EarlierWords.objects.create(message=message, body=message.body, html=message.html)
        message.body, message.html, message.edited_at = body, render(body), timezone.now()
        store_change(message, ["body", "html", "edited_at"])
    return message


def delete_message(*, by: Viewer, message: Message) -> Message:
    """Take one's own words back. They are gone from the database, earlier ones too; a neutral line keeps replies
    readable."""
    require(can_delete(by, message), "This message is not yours to delete.")
    with transaction.atomic():
        message.body, message.html, message.deleted_at = "", "", timezone.now()
        store_change(message, ["body", "html", "deleted_at"])
        # Under the space's lock: a correction on its way has put its words there by now, or will find the message gone.
        message.earlier_words.all().delete()
        detach(message)
    return message


def store_change(message: Message, fields: list[str]) -> None:
    """Save a changed message under the next version, and ring."""
    message.version = message.space.advance()
    message.save(update_fields=[*fields, "version"])
    announce(message.space_id)
