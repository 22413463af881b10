"""Asking a question with answers to choose from, and voting."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from forum.hands.actions.hold import hold
from forum.hands.jobs import show_result
from forum.hands.models import Option, Poll, Vote, Voter
from forum.hands.models.poll import FEWEST_ANSWERS, MOST_ANSWERS
from forum.hands.rules import can_raise_hand, why_no_hand
from forum.spaces.rules import why_paused
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import OtherWordsSameKey, post_message
from forum.talk.holding import would_wait
from forum.talk.models import Message, Thread
from network.access.viewer import Viewer
from network.access.visible import Refused, require

LONGEST = timedelta(days=60)
OVER = "This poll is closed."
WAITS = "Messages are looked at first here, and a poll cannot wait. Ask it as a message."


@dataclass(frozen=True)
class Question:
    """What is asked. `closes_at` lies in the future, at most sixty days ahead."""

    words: str
    answers: list[str]
    closes_at: datetime
    is_multiple: bool = False
    is_anonymous: bool = False


def ask_question(*, by: Viewer, thread: Thread, asked: Question, key: UUID, at: datetime | None = None) -> Message:
    """Post a message that carries a poll. The same key twice is the same poll.

    Raises what posting raises: Refused, PostingTooFast, OtherWordsSameKey. `at` is for invented worlds.
    """
    words = "\n".join([asked.words, *asked.answers])
    require(at is not None or not would_wait(by, thread.space, words), WAITS)
    require(FEWEST_ANSWERS <= len(asked.answers) <= MOST_ANSWERS and _is_ahead(asked.closes_at, at or timezone.now()))
    try:
        message, poll = _post(by, thread, asked, key, at)
    except WaitsFirst:
        # The space began to look first while this was on its way, and nothing of it is kept.
        raise Refused(WAITS) from None
    if poll.answers != asked.answers:
        raise OtherWordsSameKey(message)
    return message


def _post(by: Viewer, thread: Thread, asked: Question, key: UUID, at: datetime | None) -> tuple[Message, Poll]:
    with transaction.atomic():
        message = post_message(by=by, thread=thread, body=asked.words, key=key, at=at)
        facts = {"question": asked.words, "closes_at": asked.closes_at}
        facts |= {"is_multiple": asked.is_multiple, "is_anonymous": asked.is_anonymous}
        poll, is_new = Poll.objects.get_or_create(message=message, defaults=facts)
        if is_new:
            Option.objects.bulk_create(
                Option(poll=poll, position=position, words=words) for position, words in enumerate(asked.answers, 1)
            )
            message.has_beside = True
            message.save(update_fields=["has_beside"])
            show_result.later(poll.pk, run_after=asked.closes_at)
    return message, poll


def _is_ahead(closes_at: datetime, now: datetime) -> bool:
    return now < closes_at <= now + LONGEST


def cast_vote(*, by: Viewer, poll: Poll, positions: list[int]) -> None:
    """Choose one answer, or several where the poll takes them, by their positions. Raises Refused.

    With names, a later vote takes the place of an earlier one. In an anonymous poll the first one counts and a repeat
    changes nothing: nobody knows any more which ballot was theirs.
    """
    message = poll.message
    require(can_raise_hand(by, message), why_no_hand(by, message.thread) or why_paused(by) or OVER)
    chosen = list(poll.options.filter(position__in=positions))
    require(bool(chosen) and (poll.is_multiple or len(chosen) == 1), "Choose an answer")
    with transaction.atomic():
        require(hold(message) and not poll.is_closed, OVER)
        is_first = Voter.objects.begin(poll, by.person_id)
        if not poll.is_anonymous:
            _sign(poll, by.person_id, chosen)
        elif is_first:
            Option.objects.count_ballot(poll, [option.position for option in chosen])


def _sign(poll: Poll, person_id: int | None, chosen: list[Option]) -> None:
    voter = Voter.objects.get(poll=poll, person_id=person_id)
    voter.votes.exclude(option__in=chosen).delete()
    Vote.objects.bulk_create((Vote(voter=voter, option=option) for option in chosen), ignore_conflicts=True)
