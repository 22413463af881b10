"""What counts against a house that is flooded."""

from collections import Counter

from bench.abuse import Round
from bench.heard import Heard


def test_a_flood_that_is_refused_as_the_limits_say_breaks_nothing():
    one = Round(Heard(), refused=0, posts=Counter({302: 10, 429: 800}), closes=Counter({4429: 90}))

    assert (one.taken, one.broken) == (10, 0)


def test_an_error_a_strange_end_and_a_neighbour_not_heard_are_each_a_fault():
    posts, closes = Counter({302: 10, 429: 800, 503: 2, 0: 1}), Counter({4429: 90, 0: 1})

    assert Round(Heard(lost=3), refused=1, posts=posts, closes=closes).broken == 8
