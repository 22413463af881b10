from datetime import date, timedelta

import pytest

from network.programme.dates import day3_gap, day3_warning, span_of_days

DAY2 = date(2027, 1, 21)


@pytest.mark.parametrize(("days", "warns"), [(76, True), (77, False), (83, False), (84, False), (85, True)])
def test_day3_warns_outside_eleven_to_twelve_weeks(days, warns):
    assert bool(day3_warning(DAY2, DAY2 + timedelta(days=days))) is warns


@pytest.mark.parametrize(
    ("day2", "day3", "days"), [(date(2022, 1, 20), date(2022, 4, 27), 97), (date(2022, 3, 17), date(2022, 6, 23), 98)]
)
def test_both_dates_of_the_seed_warn(day2, day3, days):
    assert day3_warning(day2, day3).startswith(f"Day 3 is {days} days after")


def test_dates_not_fixed_yet_do_not_warn():
    assert (day3_warning(DAY2, None), day3_warning(None, DAY2), day3_gap(None, None)) == ("", "", None)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2027, 1, 20), date(2027, 1, 21), "20 and 21 January 2027"),
        (date(2027, 1, 31), date(2027, 2, 1), "31 January and 1 February 2027"),
        (date(2027, 1, 20), date(2027, 1, 23), "20 to 23 January 2027"),
        (date(2026, 12, 31), date(2027, 1, 1), "31 December and 1 January 2027"),
        (date(2027, 4, 14), None, "14 April 2027"),
        (date(2027, 4, 14), date(2027, 4, 14), "14 April 2027"),
    ],
)
def test_days_are_said_in_words(first, last, words):
    assert span_of_days(first, last) == words
