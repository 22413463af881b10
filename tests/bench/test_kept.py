"""What is left when everybody has gone."""

from bench.kept import STAY_OPEN, more_than


def test_nothing_is_left_where_everything_is_as_it_was():
    before = {"rooms@1": 0, "tasks@1": 9, "jobs": 2}

    assert more_than(before, {"rooms@1": 0, "tasks@1": 8, "jobs": 0}) == {}


def test_what_grew_is_told_with_how_much():
    before = {"rooms@1": 0, "rooms@2": 0, "channels": 4}

    assert more_than(before, {"rooms@1": 1, "rooms@2": 0, "channels": 6}) == {"rooms@1": 1, "channels": 2}


def test_a_few_connections_may_stay_open_and_no_more():
    assert more_than({"open@1": 20}, {"open@1": 20 + STAY_OPEN}) == {}
    assert more_than({"open@1": 20}, {"open@1": 21 + STAY_OPEN}) == {"open@1": STAY_OPEN + 1}
