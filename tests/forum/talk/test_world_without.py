"""Whoever is shielded from an author gets the answers of a world in which that author never appeared.

The same story is told in two spaces: in one the author takes part, in the other whatever she would do is left out.
Chance writes the story. Every answer to the viewer must come out alike: pages, lists, counts, search, frames, cursors.
"""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum.talk import pages
from forum.talk.models import Thread
from forum.talk.models.message import MessageQuerySet
from network.access.visible import by_audience
from tests.forum.talk.worlds import World

WHO = st.sampled_from(["author", "other", "viewer"])
NUMBER = st.integers(0, 7)
STEP = st.one_of(
    st.tuples(st.just("open"), WHO),
    st.tuples(st.just("say"), WHO, NUMBER, NUMBER),
    st.tuples(st.just("say"), WHO, NUMBER, NUMBER),
    st.tuples(st.just("edit"), NUMBER),
    st.tuples(st.just("delete"), NUMBER),
    st.tuples(st.just("read"), NUMBER),
    st.tuples(st.just("look")),
)
STORIES = st.lists(STEP, min_size=4, max_size=14)


def both_worlds(people, story):
    """What the viewer is told with and without the author. Nothing of it stays."""
    told = []
    for without in ("", "author"):
        with transaction.atomic():
            told.append(World(people, without).tell(story).answers())
            transaction.set_rollback(True)
    return told


@pytest.fixture
def people(ada, bola, maya, hides, monkeypatch):
    monkeypatch.setattr(pages, "PAGE", 3)
    monkeypatch.setattr(pages, "CONTEXT", 1)
    hides(ada, maya)
    # Rights do not change during the story: each looks at it with the same eyes throughout.
    return {"author": ada.viewer, "other": bola.viewer, "viewer": maya.viewer}


SLOWLY = settings(
    max_examples=12, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@SLOWLY
@given(story=STORIES)
def test_the_answers_are_those_of_a_world_without_the_author(people, story):
    with_her, without_her = both_worlds(people, story)

    assert with_her == without_her


STORY = [
    ("look",),
    ("say", "author", 0, 0),
    ("say", "other", 0, 1),
    ("say", "other", 0, 2),
    ("look",),
    ("open", "author"),
]


def test_without_the_rule_of_sight_the_worlds_differ(people, monkeypatch):
    assert len(set(map(str, both_worlds(people, STORY)))) == 1

    def all_of_the_audience(self, viewer):
        return self.filter(by_audience(viewer, "space__audience"))

    monkeypatch.setattr(MessageQuerySet, "visible_to", all_of_the_audience)

    with_her, without_her = both_worlds(people, STORY)
    assert with_her["frames"] != without_her["frames"]
    assert with_her["pages"] != without_her["pages"]


def test_the_author_is_there_for_everybody_else(people):
    with transaction.atomic():
        world = World(people, "").tell(STORY)

        assert Thread.objects.visible_to(world.viewer("other")).filter(space=world.space).count() == 2
        transaction.set_rollback(True)
