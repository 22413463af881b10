from dataclasses import fields
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from forum.spaces.actions.space import Manner, change_manner, open_space
from forum.spaces.models import Space, SpaceMode
from network.access.audience import ALUMNI, MEMBERS
from network.access.visible import Refused
from tests.factories.forum import make_space

NOON, ONE = (datetime(2026, 11, 4, hour, tzinfo=UTC) for hour in (12, 13))


def manner_of(space):
    return Manner(**{fact.name: getattr(space, fact.name) for fact in fields(Manner)})


def test_moderators_open_spaces_even_where_they_do_not_read(dina):
    space = open_space(by=dina.viewer, name="Stepping up", audience=ALUMNI, description="For alumni")

    assert not Space.objects.visible_to(dina.viewer).filter(pk=space.pk).exists()


def test_nobody_else_opens_spaces_or_says_how_they_are_talked_in(ada, bola, efe, finn, outsider):
    space = make_space()

    for who in (ada, bola, efe, finn, outsider):
        with pytest.raises(Refused):
            open_space(by=who.viewer, name="Mine", audience=ALUMNI)
        with pytest.raises(Refused):
            change_manner(by=who.viewer, space=space, manner=Manner(mode=SpaceMode.READ_ONLY))


@pytest.mark.parametrize("audience", ["", "public"])
def test_a_space_is_for_members(dina, audience):
    with pytest.raises(ValueError, match="needs members"):
        open_space(by=dina.viewer, name="Everybody", audience=audience)


def test_a_made_up_audience_is_refused(dina):
    with pytest.raises(ValidationError):
        open_space(by=dina.viewer, name="Whoever", audience="cohort:")


def test_writing_stops_and_goes_on(dina):
    space = make_space()

    for mode in (SpaceMode.READ_ONLY, SpaceMode.ANNOUNCEMENTS, SpaceMode.EVERYBODY):
        change_manner(by=dina.viewer, space=space, manner=Manner(mode=mode))
        assert Space.objects.get(pk=space.pk).mode == space.mode == mode


def test_a_space_opens_in_the_manner_asked_for_and_changes_it_as_a_whole(dina):
    asked = Manner(SpaceMode.ANNOUNCEMENTS, is_listening=True, slow_seconds=30, opens_at=NOON, closes_at=ONE)
    space = open_space(by=dina.viewer, name="News", audience=MEMBERS, manner=asked)
    assert manner_of(space) == asked

    change_manner(by=dina.viewer, space=space, manner=Manner())

    assert manner_of(space) == Manner()


def test_to_run_a_space_one_reads_it(dina):
    with pytest.raises(Refused):
        change_manner(by=dina.viewer, space=make_space(audience=ALUMNI), manner=Manner())


def test_changing_the_manner_takes_no_number(dina):
    space = make_space()
    space.advance()

    change_manner(by=dina.viewer, space=space, manner=Manner(slow_seconds=30))

    assert Space.objects.get(pk=space.pk).version == 1


@pytest.mark.parametrize(
    "manner",
    [
        Manner(mode="whoever"),
        Manner(slow_seconds=3601),
        Manner(opens_at=NOON, closes_at=NOON),
        Manner(opens_at=ONE, closes_at=NOON),
    ],
)
def test_the_database_keeps_what_makes_no_sense_out(dina, manner):
    space = make_space()

    with pytest.raises(IntegrityError), transaction.atomic():
        change_manner(by=dina.viewer, space=space, manner=manner)

    assert change_manner(by=dina.viewer, space=space, manner=Manner(slow_seconds=3600)).slow_seconds == 3600
