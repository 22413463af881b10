"""Whoever is shielded from somebody gets the reactions and polls of a world in which that person never appeared.

As in talk: chance writes a story, which is told with and without her. What is drawn under messages, what a message's
page says, the frames and the cursors come out alike.
"""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum.hands.actions.reaction import add_reaction, remove_reaction
from forum.hands.lists import who_reacted
from forum.hands.models import Poll, Reaction, ReactionKind
from forum.hands.models.reaction import ReactionQuerySet
from forum.hands.models.voter import VoteQuerySet
from forum.hands.results import polls_beside, who_voted
from forum.talk.changes import changes_since, cursor_now
from forum.talk.models import Message
from tests.factories.hands import close, make_poll, vote
from tests.forum.talk.worlds import World

WHO = st.sampled_from(["author", "other", "viewer"])
NUMBER = st.integers(0, 7)
KIND = st.sampled_from(ReactionKind.values)
STEP = st.one_of(
    st.tuples(st.just("say"), WHO, NUMBER, NUMBER),
    st.tuples(st.just("react"), WHO, NUMBER, KIND),
    st.tuples(st.just("react"), WHO, NUMBER, KIND),
    st.tuples(st.just("take_back"), WHO, NUMBER, KIND),
    st.tuples(st.just("ask"), WHO, NUMBER),
    st.tuples(st.just("vote"), WHO, NUMBER, st.integers(1, 3)),
    st.tuples(st.just("delete"), NUMBER),
    st.tuples(st.just("look")),
)


class HandsWorld(World):
    """Reactions and polls as well. Only what the author is not left out of may be done to what she said."""

    def heard(self, who, number):
        """The message of that place, where this one takes part and sees it standing."""
        _, message = self.pick(self.messages, number)
        is_there = who != self.without and message and self.stands(message) and self.sees(who, message)
        return Message.objects.select_related("thread__space", "space").get(pk=message.pk) if is_there else None

    def react(self, number, who, message, kind):
        if message := self.heard(who, message):
            add_reaction(by=self.viewer(who), message=message, kind=kind)

    def take_back(self, number, who, message, kind):
        if message := self.heard(who, message):
            remove_reaction(by=self.viewer(who), message=message, kind=kind)

    def ask(self, number, who, thread):
        thread, message = self.pick(self.threads, thread), None
        if who != self.without and thread and self.sees(who, thread):
            message = make_poll(self.viewer(who), thread, words=f"Question {number}")
        self.messages.append((who, message))

    def vote(self, number, who, message, position):
        message = self.heard(who, message)
        if message and Poll.objects.filter(message=message).exists():
            vote(self.viewer(who), message, position)

    def answers(self):
        """Twice: while polls are open, and when they have closed."""
        is_open = self.hands()
        for _, message in self.messages:
            if message:
                close(message)
        return is_open, self.hands()

    def hands(self):
        viewer = self.viewer("viewer")
        seen = list(Message.objects.visible_to(viewer).standing().filter(space=self.space).in_order())
        polls = polls_beside(seen, viewer)
        return {
            "reactions": [(one.body, who_reacted(one, viewer)) for one in seen],
            "polls": [(one.body, [answer.told for answer in polls[one.pk].answers]) for one in seen if one.pk in polls],
            "voters": [who_voted(polls[one.pk].poll, viewer) for one in seen if one.pk in polls],
            "frames": [self.drawn(viewer, cursor) for cursor in self.looks],
            "places": [self.looks.index(cursor) for cursor in self.looks],
            "now": [cursor == cursor_now(viewer, self.space) for cursor in self.looks],
        }

    def drawn(self, viewer, cursor):
        """What comes with each frame: by which words how many, and how many votes."""
        told = []
        for one in changes_since(viewer, self.space, cursor, limit=100).items:
            message = Message.objects.select_related("thread").get(public_id=one.element.removeprefix("message-"))
            told.append((message.body, one.is_new, one.html.count("data-kind="), one.html.count("<b>1 person</b>")))
        return told


def both_worlds(people, story):
    told = []
    for without in ("", "author"):
        with transaction.atomic():
            told.append(HandsWorld(people, without).tell(story).answers())
            transaction.set_rollback(True)
    return told


@pytest.fixture
def people(ada, bola, maya, hides):
    hides(ada, maya)
    return {"author": ada.viewer, "other": bola.viewer, "viewer": maya.viewer}


SLOWLY = settings(
    max_examples=15, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@SLOWLY
@given(story=st.lists(STEP, min_size=5, max_size=16))
def test_the_answers_are_those_of_a_world_without_her(people, story):
    with_her, without_her = both_worlds(people, story)

    assert with_her == without_her


STORY = [
    ("look",),
    ("react", "author", 0, "agree"),
    ("react", "other", 0, "useful"),
    ("ask", "other", 0),
    ("vote", "author", 1, 1),
    ("vote", "other", 1, 2),
    ("look",),
]


def test_the_story_tells_of_something(people):
    with_her, without_her = both_worlds(people, STORY)

    assert with_her == without_her
    assert [tally.many for tally in with_her[0]["reactions"][0][1]] == [1, 0, 0, 0, 0]
    assert with_her[1]["polls"] == [("Question 4", ["0 people", "1 person", "0 people"])]


@pytest.mark.parametrize("kind", [ReactionQuerySet, VoteQuerySet], ids=["reactions", "votes"])
def test_without_the_rule_of_sight_the_worlds_differ(people, kind, monkeypatch):
    path = "message__in" if kind is ReactionQuerySet else "option__poll__in"
    monkeypatch.setattr(kind, "to_seen", lambda self, things, viewer: self.filter(**{path: things}))

    with_her, without_her = both_worlds(people, STORY)

    assert with_her != without_her


def test_she_is_there_for_everybody_else(people):
    with transaction.atomic():
        world = HandsWorld(people, "").tell(STORY)

        assert Reaction.objects.visible_to(world.viewer("other")).count() == 2
        transaction.set_rollback(True)
