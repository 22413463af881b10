import base64

import pytest

from forum.talk.cursor import LENGTH, BadCursor, seal, unseal

NOBODY: frozenset[int] = frozenset()


def test_a_cursor_opens_to_the_position_it_was_made_from():
    assert [unseal(7, NOBODY, seal(7, NOBODY, version)) for version in (0, 1, 2**63)] == [0, 1, 2**63]


def test_equal_positions_give_equal_words_and_neighbours_share_nothing():
    assert seal(7, NOBODY, 41) == seal(7, NOBODY, 41)
    one, two = (base64.urlsafe_b64decode(seal(7, NOBODY, version)) for version in (41, 42))
    assert sum(a == b for a, b in zip(one, two, strict=True)) < 6


def test_all_cursors_have_one_length():
    assert {len(seal(7, NOBODY, version)) for version in (0, 255, 2**40)} == {LENGTH}


def test_a_cursor_of_another_space_or_another_sight_is_foreign():
    cursor = seal(7, frozenset({1, 2}), 41)

    for space, sight in ((8, frozenset({1, 2})), (7, NOBODY), (7, frozenset({1})), (7, frozenset({12}))):
        with pytest.raises(BadCursor):
            unseal(space, sight, cursor)


def test_another_secret_makes_other_cursors(settings):
    cursor = seal(7, NOBODY, 41)
    settings.SECRET_KEY = "another key, as long as it must be to count as one"

    assert seal(7, NOBODY, 41) != cursor
    with pytest.raises(BadCursor):
        unseal(7, NOBODY, cursor)


def test_a_turned_letter_is_noticed():
    cursor = seal(7, NOBODY, 41)

    for place in range(LENGTH):
        with pytest.raises(BadCursor):
            unseal(7, NOBODY, cursor[:place] + ("A" if cursor[place] != "A" else "B") + cursor[place + 1 :])
