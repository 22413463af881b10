"""The words that are looked for among many posts."""

import random

from bench.finding import rights_of
from bench.words import NOBODY_SAYS, RARE, SOUGHT, sentences


def test_common_words_stand_in_most_posts_rare_ones_in_few_and_some_in_none():
    by = random.Random(3)
    said = [sentences(by).lower() for _ in range(400)]

    def share(word):
        return sum(word in post for post in said) / len(said)

    assert share("leadership") > 0.5
    assert 0 < share(RARE[60]) < 0.2
    assert share(SOUGHT) == share(NOBODY_SAYS) == 0


def test_a_search_that_shows_what_it_must_not_breaks_rights_whatever_else_it_shows():
    assert rights_of(b"turnstile copperplate") == "kept"
    assert rights_of(b"turnstile copperplate, turnstile quicksilver") == "broken"
    assert rights_of(b"Nothing found") == "found-nothing"
