"""When mail may go: hours of the night, days away, and both Sundays on which the clock is changed."""

from datetime import UTC, date, datetime, time

import pytest

from network.notices.models import QuietTime
from network.notices.paces import quiet_end


@pytest.fixture
def quiet(ada):
    def set_to(begins=None, ends=None, until=None):
        facts = {"begins_at": begins and time(*begins), "ends_at": ends and time(*ends), "paused_until": until}
        QuietTime.objects.update_or_create(person=ada.person, defaults=facts)

        def end(*when):
            found = quiet_end(ada.person.pk, datetime(*when, tzinfo=UTC))
            return found and found.astimezone(UTC)

        return end

    return set_to


def test_without_a_choice_mail_may_always_go(ada):
    assert quiet_end(ada.person.pk, datetime(2026, 11, 4, 3, tzinfo=UTC)) is None
    assert quiet_end(None, datetime(2026, 11, 4, 3, tzinfo=UTC)) is None


def test_a_night_ends_in_the_morning(quiet):
    end = quiet((19, 0), (7, 30))

    assert end(2026, 11, 4, 18, 59) is None
    assert end(2026, 11, 4, 19, 0) == datetime(2026, 11, 5, 7, 30, tzinfo=UTC)
    assert end(2026, 11, 5, 7, 29) == datetime(2026, 11, 5, 7, 30, tzinfo=UTC)
    assert end(2026, 11, 5, 7, 30) is None


def test_hours_within_a_day_and_equal_ones(quiet):
    end = quiet((9, 0), (17, 0))
    assert end(2026, 11, 4, 12, 0) == datetime(2026, 11, 4, 17, 0, tzinfo=UTC)
    assert end(2026, 11, 4, 17, 0) is None

    assert quiet((9, 0), (9, 0))(2026, 11, 4, 9, 0) is None


def test_days_away_end_at_eight_or_when_the_night_does(quiet):
    end = quiet(until=date(2026, 11, 9))
    assert end(2026, 11, 4, 12, 0) == datetime(2026, 11, 9, 8, 0, tzinfo=UTC)
    assert end(2026, 11, 9, 0, 0) is None

    assert quiet((19, 0), (9, 30), date(2026, 11, 9))(2026, 11, 4, 12, 0) == datetime(2026, 11, 9, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "end"),
    [
        # The night into summer time is an hour shorter: 07:30 is 06:30 by Greenwich.
        ((2026, 3, 28, 23, 0), datetime(2026, 3, 29, 6, 30, tzinfo=UTC)),
        ((2026, 3, 29, 1, 15), datetime(2026, 3, 29, 6, 30, tzinfo=UTC)),
        # That out of it is an hour longer, and its second 01:30 is quiet as the first was.
        ((2026, 10, 24, 22, 0), datetime(2026, 10, 25, 7, 30, tzinfo=UTC)),
        ((2026, 10, 25, 0, 30), datetime(2026, 10, 25, 7, 30, tzinfo=UTC)),
        ((2026, 10, 25, 1, 30), datetime(2026, 10, 25, 7, 30, tzinfo=UTC)),
    ],
)
def test_the_clock_on_the_wall_decides_on_both_sundays(quiet, now, end):
    assert quiet((19, 0), (7, 30))(*now) == end


def test_an_end_that_the_clock_leaps_over_comes_after_the_leap(quiet):
    assert quiet((22, 0), (1, 30))(2026, 3, 29, 0, 30) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
