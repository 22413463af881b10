"""Asking, wanting to hear the answer, and saying that it was given."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.spaces.models import Space
from forum.spaces.rules import why_paused
from forum.stage.models import Question, Sitting, Upvote
from forum.stage.rules import CLOSED, can_answer, can_ask, can_upvote, why_no_question
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import post_message
from forum.talk.actions.touch import touch_message
from forum.talk.models import Message
from forum.talk.rules import why_no_answer, why_shut
from network.access.viewer import Viewer
from network.access.visible import can_see, require

GONE = "This question takes no votes any more."


def ask(*, by: Viewer, sitting: Sitting, body: str, key: UUID, at: datetime | None = None) -> Message:
    """Post a message that is a question. The same key twice is the same question.

    Raises what posting raises: Refused, PostingTooFast, OtherWordsSameKey; WaitsFirst where it is looked at first, and
    then it is a question once it is posted. `at` is for invented worlds.
    """
    why_not = why_no_question(sitting) or why_no_answer(by, sitting.thread) or why_paused(by) or CLOSED
    require(can_ask(by, sitting), why_not)
    try:
        with transaction.atomic():
            message = post_message(by=by, thread=sitting.thread, body=body, key=key, at=at)
            mark_question(_note(by, sitting, key), message)
    except WaitsFirst:
        # What was kept back in there is undone with it. It is noted first, and then handed in once more.
        _note(by, sitting, key)
        message = post_message(by=by, thread=sitting.thread, body=body, key=key, at=at)
        with transaction.atomic():
            mark_question(_note(by, sitting, key), message)
    return message


def _note(by: Viewer, sitting: Sitting, key: UUID) -> Question:
    return Question.objects.get_or_create(author_id=by.person_id, key=key, defaults={"sitting": sitting})[0]


def mark_question(question: Question, message: Message) -> None:
    """Inside the transaction that posts the message, so that its first frame says what it is."""
    if question.message_id is None:
        question.message = message
        question.save(update_fields=["message"])
        Message.objects.filter(pk=message.pk).update(has_beside=True)
        message.has_beside = True


def add_upvote(*, by: Viewer, question: Question) -> None:
    """Want it answered. Twice is once, from whatever tab. Raises Refused."""
    require(can_upvote(by, question), why_no_question(question.sitting) or _why_shut(by, question) or GONE)
    with transaction.atomic():
        require(_hold(question), GONE)
        if Upvote.objects.begin(question, by.person_id):
            touch_message(asked_in(question), author_id=by.person_id)


def remove_upvote(*, by: Viewer, question: Question) -> None:
    """Take one's own back, as long as one may read the room. What was never there stays so."""
    require(can_see(by, question))
    with transaction.atomic():
        _hold(question)
        gone, _ = Upvote.objects.of(by).filter(question=question).delete()
        if gone:
            touch_message(asked_in(question), author_id=by.person_id)


def mark_answered(*, by: Viewer, question: Question, is_answered: bool) -> None:
    """Say that it was answered now, or that it waits again. The first to say so gives the moment."""
    require(can_answer(by, question))
    with transaction.atomic():
        _hold(question)
        same = Question.objects.filter(pk=question.pk, answered_at__isnull=is_answered)
        facts = {"answered_at": timezone.now(), "answered_by_id": by.person_id} if is_answered else {}
        if same.update(**(facts or {"answered_at": None, "answered_by": None})):
            touch_message(asked_in(question), author_id=None)


def _why_shut(by: Viewer, question: Question) -> str:
    return why_shut(by, question.sitting.thread) or why_paused(by)


def _hold(question: Question) -> bool:
    """Takes the lock under which messages are taken back and votes are counted. Whether the question still waits."""
    message = asked_in(question)
    Space.objects.select_for_update(no_key=True).only("pk").get(pk=message.space_id)
    standing = Message.objects.standing().filter(pk=message.pk).exists()
    return standing and Question.objects.filter(pk=question.pk, answered_at=None).exists()


def asked_in(question: Question) -> Message:
    """The message it is. One that is looked at first has none, and is found by nobody until then."""
    assert question.message is not None
    return question.message
