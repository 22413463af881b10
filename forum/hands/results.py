"""What pages and frames show of polls: nothing of a result before the clock closes it, and then no more than may be."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from forum.hands.models import Poll, Vote, Voter
from forum.talk.models import Message
from network.access.counting import HIDDEN, roughly
from network.access.viewer import Viewer

MOST_NAMED = 300


@dataclass(frozen=True)
class Answer:
    """`told` says how many chose it, where that is told; `share` is its part of the longest bar, from 0 to 100."""

    position: int
    words: str
    told: str = ""
    share: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A poll as readers of one sight are shown it."""

    poll: Poll
    answers: list[Answer]


def polls_beside(messages: Sequence[Message], viewer: Viewer) -> dict[int, Shown]:
    """By message. Of messages found through sight; three queries at most, however many."""
    polls = list(Poll.objects.filter(message__in=messages).prefetch_related("options"))
    signed = [poll for poll in polls if poll.is_closed and not poll.is_anonymous]
    counted = Vote.objects.to_seen(signed, viewer).values_list("option_id").annotate(many=Count("pk"))
    many = dict(counted.order_by()) if signed else {}
    return {poll.message_id: Shown(poll, _answers(poll, many)) for poll in polls}


def _answers(poll: Poll, many: dict[int, int]) -> list[Answer]:
    options = sorted(poll.options.all(), key=lambda option: option.position)
    if not poll.is_closed:
        return [Answer(option.position, option.words) for option in options]
    counts = [roughly(option.ballots) if poll.is_anonymous else many.get(option.pk, 0) for option in options]
    most = max(counts) or 1
    return [
        Answer(option.position, option.words, _told(poll, count), 100 * count // most)
        for option, count in zip(options, counts, strict=True)
    ]


def _told(poll: Poll, count: int) -> str:
    """A ballot without a name is counted roughly, a signed vote as it is."""
    if poll.is_anonymous:
        return f"About {count} people" if count else HIDDEN
    return "1 person" if count == 1 else f"{count} people"


def who_voted(poll: Poll, viewer: Viewer) -> list[Answer]:
    """By answer, in the order of names; nobody before a poll with names has closed. One query."""
    if poll.is_anonymous or not poll.is_closed:
        return []
    signed = Vote.objects.to_seen([poll], viewer).order_by("voter__person__name", "pk")
    named = signed.values_list("option_id", "voter__person__name")[:MOST_NAMED]
    return [
        Answer(option.position, option.words, names=tuple(name for chosen, name in named if chosen == option.pk))
        for option in sorted(poll.options.all(), key=lambda option: option.position)
    ]


def own_votes(messages: Sequence[Message], viewer: Viewer) -> dict[str, list[int]]:
    """The polls this viewer has voted in, by their messages' opaque ids, with what they chose where that is kept. One
    query."""
    mine = Voter.objects.of(viewer).filter(poll__message__in=messages)
    found: dict[str, list[int]] = {}
    for message, position in mine.values_list("poll__message__public_id", "votes__option__position"):
        found.setdefault(message, []).extend([position] if position else [])
    return found
