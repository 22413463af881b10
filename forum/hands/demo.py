"""Reactions and polls of the demo world, through the actions members use."""

from datetime import timedelta
from functools import cache
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from forum.hands.actions.poll import Question, ask_question, cast_vote
from forum.hands.actions.reaction import add_reaction
from forum.hands.models import Poll, ReactionKind
from forum.hands.rules import can_raise_hand
from forum.talk.demo import key_of
from forum.talk.models import Message
from network.access.viewer import Viewer, viewer_of

ORDER = 72
# As many of a kind as show how it looks.
MOST = 4
MOST_VOTERS = 30
CAST = ("ada", "bola", "cem", "dina", "maya")
# A thread, what is asked there, the answers, and whether without names.
ASKED = [
    (
        "T01",
        "How should we meet in the new year?",
        ["In person, in Leeds", "Online, at lunchtime", "Either suits me"],
        False,
    ),
    ("T08", "Did you take a lunch break yesterday?", ["Yes", "Half of one", "What is lunch?"], True),
]


def build(world: Any) -> None:
    """People who talk in a thread react there; two threads ask something."""
    threads = {row["id"]: row for row in world.read_json("threads.json")["threads"]}
    for row in threads.values():
        speakers = dict.fromkeys(said["author"] for said in (row["opener"], *row["replies"]))
        for said in (row["opener"], *row["replies"]):
            _react(world, said, [*CAST, *speakers])
    for thread, words, answers, is_anonymous in ASKED:
        _ask(world, threads[thread], Question(words, answers, timezone.now() + timedelta(days=5), False, is_anonymous))


@cache
def _eyes(world: Any, handle: str) -> Viewer | None:
    person = world.person(handle)
    return viewer_of(person) if person is not None else None


def _message(row: dict[str, Any]) -> Message | None:
    return Message.objects.select_related("thread__space", "space").filter(key=key_of(row)).first()


def _react(world: Any, row: dict[str, Any], handles: list[str]) -> None:
    message = _message(row) if row["reactions"] else None
    if message is None or not message.is_standing:
        return
    for number, kind in enumerate(ReactionKind.values):
        who = [handle for handle in handles[number:] if handle != row["author"]]
        for handle in who[: min(row["reactions"].get(kind, 0), MOST)]:
            viewer = _eyes(world, handle)
            if viewer and can_raise_hand(viewer, message):
                add_reaction(by=viewer, message=message, kind=kind)


def _ask(world: Any, row: dict[str, Any], asked: Question) -> None:
    """The one without names has been answered by many and has closed; the other is open."""
    first, asker = _message(row["opener"]), _eyes(world, row["opener"]["author"])
    if first is None or asker is None:
        return
    key = uuid5(NAMESPACE_URL, f"demo:poll:{row['id']}")
    message = ask_question(by=asker, thread=first.thread, asked=asked, key=key, at=timezone.now())
    poll = Poll.objects.select_related("message__thread__space", "message__space").get(message=message)
    crowd = [row["handle"] for row in world.read_csv("people.csv")[:MOST_VOTERS]]
    voters = crowd if asked.is_anonymous else CAST[1:]
    for number, handle in enumerate(voters):
        viewer = _eyes(world, handle)
        if viewer and can_raise_hand(viewer, message):
            cast_vote(by=viewer, poll=poll, positions=[1 + number % 3 * (number % 2)])
    if asked.is_anonymous:
        Poll.objects.filter(pk=poll.pk).update(closes_at=timezone.now())
