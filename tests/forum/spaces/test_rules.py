"""Whose words a space takes, by mode and by the clock."""

from datetime import UTC, datetime

import pytest
import time_machine

from forum.spaces.actions.steward import name_steward
from forum.spaces.models import SpaceMode
from forum.spaces.rules import can_name_stewards, can_open_space, can_run_space, is_listener, why_silent
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.factories.forum import make_space

NAMES = ("ada", "bola", "cem", "dina", "eve", "efe", "finn", "outsider")


@pytest.fixture
def who_may(ada, bola, cem, dina, eve, efe, finn, outsider):
    cast = dict(zip(NAMES, (ada, bola, cem, dina, eve, efe, finn, outsider), strict=True))

    def ask(rule, *things):
        return {name for name, who in cast.items() if rule(who.viewer, *things)}

    return ask


def test_moderators_open_and_run_spaces(who_may):
    assert who_may(can_open_space) == who_may(can_run_space, make_space()) == {"dina"}


def test_a_steward_runs_the_space_they_keep_and_no_other(who_may, bola, dina):
    kept, other = make_space(), make_space()
    name_steward(by=dina.viewer, space=kept, person=bola.person)

    assert who_may(can_run_space, kept) == {"bola", "dina"}
    assert who_may(can_run_space, other) == who_may(can_name_stewards) == {"dina"}


@pytest.mark.parametrize("manner", [{"mode": SpaceMode.ANNOUNCEMENTS}, {"is_listening": True}])
def test_a_steward_speaks_where_others_only_read(bola, dina, manner):
    space = make_space(**manner)
    assert why_silent(bola.viewer, space) or is_listener(bola.viewer, space)

    name_steward(by=dina.viewer, space=space, person=bola.person)

    assert not why_silent(bola.viewer, space) and not is_listener(bola.viewer, space)


def test_everybody_writes_unless_said_otherwise(who_may):
    assert who_may(why_silent, make_space()) == set()


def test_for_announcements_moderators_write(who_may, ada):
    space = make_space(mode=SpaceMode.ANNOUNCEMENTS)

    assert who_may(why_silent, space) == set(NAMES) - {"dina"}
    assert why_silent(ada.viewer, space) == (
        "This space is for announcements: stewards and moderators write here, and you can read."
    )


def test_a_read_only_space_takes_nobodys_words(who_may, dina):
    space = make_space(mode=SpaceMode.READ_ONLY)

    assert who_may(why_silent, space) == set(NAMES)
    assert why_silent(dina.viewer, space) == "This space is read-only. You can still read it."


def test_allies_listen_unless_they_run_the_space(who_may, maya):
    assert who_may(is_listener, make_space(is_listening=True)) == {"bola"}
    assert is_listener(maya.viewer, make_space(is_listening=True))
    assert who_may(is_listener, make_space()) == set()


@pytest.mark.parametrize("kind, listens", [("alumna", False), ("participant", False), ("reference_group", True)])
def test_an_ally_who_took_part_too_does_not_only_listen(bola, kind, listens):
    grant_role(person=bola.person, kind=RoleKind(kind), by=None)

    assert is_listener(bola.viewer, make_space(is_listening=True)) is listens


@pytest.mark.parametrize(
    "now, words",
    [
        ("11:44:59", "This space takes messages from 4 November 2026 at 11:45. Until then you can look round."),
        ("11:45:00", ""),
        ("16:29:59", ""),
        ("16:30:00", "This space closed on 4 November 2026 at 16:30. You can still read it."),
    ],
)
def test_a_space_takes_words_from_its_opening_to_its_close_to_the_second(dina, now, words):
    opens_at, closes_at = (datetime(2026, 11, 4, *time, tzinfo=UTC) for time in ((11, 45), (16, 30)))
    space = make_space(opens_at=opens_at, closes_at=closes_at)

    with time_machine.travel(f"2026-11-04T{now}Z", tick=False):
        assert why_silent(dina.viewer, space) == words


@pytest.mark.parametrize("utc, london", [("2026-10-25T00:30Z", "01:30"), ("2026-10-25T01:30Z", "01:30")])
def test_times_are_said_on_the_london_clock_also_when_it_goes_back(dina, utc, london):
    space = make_space(opens_at=datetime.fromisoformat(utc))

    with time_machine.travel("2026-10-24T12:00Z", tick=False):
        assert f"from 25 October 2026 at {london}." in why_silent(dina.viewer, space)
