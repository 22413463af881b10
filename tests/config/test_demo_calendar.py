"""The demo world keeps up with the calendar: what is to come in it never lies behind us."""

from datetime import datetime, timedelta

import pytest

from config.demo import WRITTEN_ON, World
from events.booking.demo import NEARLY_FULL


def events_on(day):
    return {row["id"]: row for row in World(day).read_json("events.json")["events"]}


def test_the_week_it_was_written_in_nothing_moves():
    assert [events_on(WRITTEN_ON + timedelta(days=day)) for day in (0, 6)] == [events_on(WRITTEN_ON)] * 2


def test_later_everything_moves_by_whole_weeks():
    webinar = events_on(WRITTEN_ON + timedelta(days=20))["E21"]

    assert webinar["starts_at"] == "2026-12-24T12:00:00+00:00"
    assert webinar["bookings"][0]["booked_at"] != events_on(WRITTEN_ON)["E21"]["bookings"][0]["booked_at"]


def test_noon_stays_noon_when_the_clocks_change_between():
    webinar = events_on(WRITTEN_ON + timedelta(weeks=20))["E21"]

    assert webinar["starts_at"] == "2027-04-29T12:00:00+01:00"


def test_dates_of_tables_move_and_words_stay():
    before, after = (World(day).read_csv("cohorts.csv")[-1] for day in (WRITTEN_ON, WRITTEN_ON + timedelta(weeks=1)))

    assert (before["residential_day1"], after["residential_day1"]) == ("2027-01-20", "2027-01-27")
    assert before["note"] == after["note"]


@pytest.mark.parametrize("days", range(-8, 15))
def test_the_event_with_one_seat_left_is_always_to_come(days):
    day = WRITTEN_ON + timedelta(days=days)

    assert datetime.fromisoformat(events_on(day)[NEARLY_FULL]["starts_at"]).date() > day
