"""Listeners of a benchmark come back as the page does."""

import random
import re

from bench.sitting import BACK_FROM_RESTART, WAITS, pause
from bench.storm import is_quiet
from tests.house.source import ROOT


def test_listeners_wait_as_long_as_the_page_does():
    page = (ROOT / "assets/js/lib/lines.js").read_text()
    waits = re.search(r"WAITS = \[([\d, ]+)\]", page)[1]

    assert tuple(map(int, waits.split(","))) == WAITS
    assert "seconds * (500 + Math.random() * 1000)" in page
    assert "{ least: 1_000, most: 30_000 }" in page
    assert BACK_FROM_RESTART == (1, 30)


def test_a_try_that_brought_nothing_makes_the_next_wait_longer_up_to_half_a_minute():
    by = random.Random(1)

    waits = [pause(tries, by) for tries in range(20)]

    assert all(0.5 * wait <= one <= 1.5 * wait for one, wait in zip(waits, WAITS, strict=False))
    assert all(15 <= one <= 45 for one in waits[len(WAITS) :])


def test_the_same_seed_is_the_same_chance():
    assert [pause(0, random.Random(7)) for _ in range(3)] == [pause(0, random.Random(7)) for _ in range(3)]


def test_a_processor_is_quiet_again_when_it_does_little_more_than_before():
    assert is_quiet(0.05, base=0.04)
    assert not is_quiet(0.30, base=0.04)
