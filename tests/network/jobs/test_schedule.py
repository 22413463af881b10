from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from network.jobs.models import Slot
from network.jobs.schedule import last_due, tick

LONDON = ZoneInfo("Europe/London")


def london(*when, fold=0):
    return datetime(*when, tzinfo=LONDON, fold=fold)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (london(2026, 11, 22, 10, 7), london(2026, 11, 22, 10, 5)),
        (london(2026, 11, 22, 10, 5), london(2026, 11, 22, 10, 5)),
        (london(2026, 11, 22, 10, 4, 59), london(2026, 11, 22, 10, 0)),
    ],
)
def test_the_last_turn_is_not_after_now(now, due):
    assert last_due("*/5 * * * *", now) == due


@pytest.mark.parametrize(
    "sunday",
    [
        [london(2026, 3, 29, hour, minute) for hour in (0, 2, 3, 4) for minute in (0, 29, 30, 31)],
        [london(2026, 10, 25, hour, minute) for hour in (0, 2, 3) for minute in (0, 29, 30, 31)]
        + [london(2026, 10, 25, 1, minute, fold=fold) for fold in (0, 1) for minute in (0, 29, 30, 31)],
    ],
    ids=["spring", "autumn"],
)
def test_a_job_at_half_past_one_runs_once_on_both_clock_change_sundays(sunday):
    """Safety standard, F18."""
    turns = {last_due("30 1 * * *", now).astimezone(ZoneInfo("UTC")) for now in sunday}

    assert len({turn for turn in turns if turn.date() == sunday[0].date()}) == 1


@time_machine.travel(london(2026, 11, 22, 10, 7), tick=False)
def test_a_doubled_tick_writes_each_turn_once(db):
    first, second = tick(), tick()

    assert first == Slot.objects.count() > 0
    assert second == 0
