"""What a crowd heard, summed up: a benchmark that overlooks a lost message promises what is not so."""

from bench.heard import Heard, at_share
from bench.wire import count_faults


def test_a_message_that_never_came_is_lost():
    assert count_faults([0, 1, 3], 4) == (1, 0, 0)


def test_a_message_that_came_twice_is_doubled():
    assert count_faults([0, 1, 1, 2], 3) == (0, 1, 0)


def test_a_message_that_came_before_an_earlier_one_is_out_of_order():
    assert count_faults([0, 2, 1, 3], 4) == (0, 0, 1)


def test_two_crowds_together_heard_what_each_heard():
    heard = Heard(lost=1, received=3, cuts=2, late=[5])

    heard.add(Heard(doubled=1, unordered=1, received=4, cuts=1, late=[7], closes=[1012]))

    assert heard == Heard(1, 1, 1, received=7, cuts=3, late=[5, 7], closes=[1012])
    assert heard.faults == 3


def test_a_share_of_all_figures_lies_below_the_one_given():
    assert at_share([30, 10, 20, 40], 0.5) == 30
    assert at_share([30, 10, 20, 40], 0.99) == 40


def test_where_nothing_was_measured_nothing_is_good_enough():
    assert at_share([], 0.95) == float("inf")
