"""Nobody can tell which of two members wrote under a pen, nor whether two pens are one person (features, N3).

The same story is told twice with the two exchanged. Every page of a reader and of a moderator and every row of every
table must come out alike. Chance writes the story.
"""

from types import SimpleNamespace

import pytest
import time_machine
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forum.sealed import telling
from forum.sealed.actions import message as said
from forum.sealed.models import seal as seals
from forum.talk.models import Following
from network.access.viewer import viewer_of
from network.people.actions.mute import raise_mute
from network.people.models import RoleKind
from tests.cast import sign_in
from tests.factories.forum import make_thread, say
from tests.factories.network import make_person
from tests.forum.sealed.worlds import World, dump

PART = st.sampled_from(["one", "other"])
NUMBER = st.integers(0, 7)
STEP = st.one_of(
    st.tuples(st.just("whisper"), PART, NUMBER, NUMBER),
    st.tuples(st.just("whisper"), PART, NUMBER, NUMBER),
    st.tuples(st.just("call"), PART, NUMBER),
    st.tuples(st.just("speak"), NUMBER),
    st.tuples(st.just("answer"), NUMBER),
    st.tuples(st.just("react"), NUMBER),
    st.tuples(st.just("mute"), NUMBER),
    st.tuples(st.just("report"), NUMBER),
    st.tuples(st.just("hour")),
    st.tuples(st.just("change"), PART, NUMBER),
    st.tuples(st.just("erase"), PART, NUMBER),
    st.tuples(st.just("rest"), NUMBER),
)
STORIES = st.lists(STEP, min_size=3, max_size=9)
STORY = [("whisper", "one", 0, 0), ("whisper", "one", 1, 0), ("whisper", "other", 0, 1), ("change", "one", 0)]
# Everything that was built beside pens and leads to people: names called, answers, hands, reports, notices.
EVERYTHING = [
    *STORY,
    ("call", "one", 0),
    ("call", "other", 1),
    *(("answer", 0), ("react", 0), ("hour",), ("mute", 2), ("call", "other", 0), ("report", 0), ("hour",)),
]


def signed_in(name, *roles):
    person = make_person(name, roles=((RoleKind.ALUMNA, "C07"), *roles))
    client = Client()
    sign_in(client, person)
    return SimpleNamespace(person=person, client=client)


@pytest.fixture
def stage(quiet_room, monkeypatch):
    """Two who write, one who reads along and began both threads, one who moderates, one who oversees.

    Names are given in their order."""
    monkeypatch.setattr(said, "choice", lambda names: names[0])
    # Its limits are counted in the cache, which no rolling back empties; they have tests of their own.
    monkeypatch.setattr(said, "check_pen_pace", lambda by, space: None)
    ada, bee, reader = signed_in("Abeni Bright"), signed_in("Bisi Cole"), signed_in("Chidi Eze")
    moderator, owner = signed_in("Leo Marsh", (RoleKind.MODERATOR, "")), signed_in("Olu Reed", (RoleKind.OWNER, ""))
    # One thread is the reader's, one hers who may have written: who begins a thread is told of what is said there.
    threads = [make_thread(viewer_of(one.person), quiet_room) for one in (reader, ada)]
    # Both have spoken with their names, so that both follow.
    [say(viewer_of(one.person), thread) for one in (ada, bee) for thread in threads]
    observers = {"reader": reader, "moderator": moderator, "owner": owner}
    return SimpleNamespace(ada=ada, bee=bee, observers=observers, threads=threads, now=timezone.now())


def both(stage, story, casts):
    """What is left of a story with each cast. Nothing of it stays."""
    left = []
    for cast in casts:
        with transaction.atomic(), time_machine.travel(stage.now, tick=False) as clock:
            world = World(stage, cast, clock).tell(story)
            left.append((dump(), world.pages()))
            transaction.set_rollback(True)
    return left


def exchanged(stage):
    return [{"one": stage.ada, "other": stage.bee}, {"one": stage.bee, "other": stage.ada}]


def one_or_two(stage):
    """Two parts by one person, or by two: told in two threads that nobody but the first writes in twice."""
    return [{"one": stage.ada, "other": stage.ada}, {"one": stage.ada, "other": stage.bee}]


SLOWLY = settings(
    max_examples=6, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@SLOWLY
@given(story=STORIES)
@pytest.mark.timeout(300)
def test_nothing_tells_which_of_two_it_was(stage, story):
    first, second = both(stage, story, exchanged(stage))

    assert first == second


def test_nothing_that_was_built_beside_pens_tells_it_either(stage):
    first, second = both(stage, EVERYTHING, exchanged(stage))

    assert first == second
    # All of it has happened.
    rows, _ = first
    left = ("hands_reaction", "sealed_penmute", "sealed_penpause", "notices_letter", "talk_earlierwords")
    assert [table for table in left if not rows[table]] == []
    assert [case["state"] for case in rows["desk_case"]] == ["paused"]
    called = {notice["person_id"] for notice in rows["notices_notice"] if notice["kind"] == "talk.mention"}
    assert len(called) == 3


def test_nor_does_having_muted_one_of_the_two(stage):
    """A pen that is told of, or is not, would be the muted one or would not."""
    raise_mute(person_id=stage.observers["reader"].person.pk, other=stage.ada.person)

    first, second = both(stage, EVERYTHING, exchanged(stage))

    assert first == second


IN_TWO_THREADS = [
    *(("whisper", "one", 0, 0), ("call", "other", 1), ("speak", 0), ("whisper", "one", 0, 1)),
    *(("answer", 0), ("hour",), ("report", 1)),
]


def test_nothing_links_a_pen_in_one_thread_with_a_pen_in_another(stage):
    by_one, by_two = both(stage, IN_TWO_THREADS, one_or_two(stage))

    assert by_one == by_two


def test_with_a_row_that_has_a_name_the_worlds_differ(stage, monkeypatch):
    """The guard is what makes the tests above pass."""
    store = said.store_unnamed
    Following.objects.all().delete()

    def and_follow(*, by, thread, **facts):
        Following.objects.begin(by.person_id, thread)
        return store(by=by, thread=thread, **facts)

    monkeypatch.setattr(said, "store_unnamed", and_follow)

    (first, _), (second, _) = both(stage, STORY, exchanged(stage))
    assert first != second


def test_with_a_mark_that_is_the_same_everywhere_the_threads_are_linked(stage, monkeypatch):
    """The guard is what makes the tests above pass."""

    def everywhere(person_id, thread_id):
        return [f"mark of {person_id}"]

    for module in (said, seals):
        monkeypatch.setattr(module, "marks_of", everywhere)

    (by_one, _), (by_two, _) = both(stage, IN_TWO_THREADS, one_or_two(stage))
    assert by_one["sealed_seal"] != by_two["sealed_seal"]


def test_told_by_what_the_author_sees_the_worlds_differ(stage, monkeypatch):
    """The guard is what makes the tests above pass: an author is not told of their own call, and so is known by it."""
    monkeypatch.setattr(telling, "OUTSIDER", viewer_of(stage.ada.person))
    monkeypatch.setattr(telling, "_tell_answered", lambda message, muted: None)
    story = [("call", "one", 0), ("hour",)]

    with_ada = both(stage, story, exchanged(stage)[:1])
    monkeypatch.setattr(telling, "OUTSIDER", viewer_of(stage.bee.person))

    assert with_ada != both(stage, story, exchanged(stage)[1:])
