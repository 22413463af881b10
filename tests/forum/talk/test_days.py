"""The heading of a day in a thread, by the clock on the wall."""

from datetime import UTC, datetime

import pytest
import time_machine

from forum.talk.models import Message
from forum.talk.pages import Shown


@pytest.mark.parametrize(
    ("said", "now", "words"),
    [
        ((2026, 11, 4, 9), (2026, 11, 4, 12), "Today, Wednesday 4 November"),
        ((2026, 11, 3, 23), (2026, 11, 4, 0), "Yesterday, Tuesday 3 November"),
        ((2026, 10, 30, 9), (2026, 11, 4, 12), "Friday 30 October"),
        ((2025, 12, 31, 23), (2026, 11, 4, 12), "Wednesday 31 December 2025"),
        # Half past midnight in summer time is still the day before by Greenwich.
        ((2026, 7, 1, 23), (2026, 7, 2, 8), "Today, Thursday 2 July"),
    ],
)
def test_a_day_is_named_as_one_would_say_it(said, now, words):
    with time_machine.travel(datetime(*now, tzinfo=UTC), tick=False):
        assert Shown(Message(said_at=datetime(*said, tzinfo=UTC)), None, False).day == words
