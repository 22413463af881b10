import secrets

import pytest

from forum.sealed.models import Seal
from forum.sealed.secrets import CannotOpen, close_seal, marks_of, read_seal
from tests.factories.sealed import seal_of, whisper


def test_a_seal_is_read_with_its_key_and_in_its_thread_alone(settings):
    settings.SEAL_KEYS = [secrets.token_urlsafe(32)]
    kept = close_seal(41, 7)

    assert read_seal(kept, 7) == 41
    with pytest.raises(CannotOpen):
        read_seal(kept, 8)
    settings.SEAL_KEYS = [secrets.token_urlsafe(32)]
    with pytest.raises(CannotOpen):
        read_seal(kept, 7)


def test_all_seals_are_as_long_and_none_is_the_same_twice():
    kept = [close_seal(person, 7) for person in (1, 1, 2**40)]

    assert len(set(kept)) == 3
    assert len({len(one) for one in kept}) == 1


def test_with_a_new_key_in_front_older_seals_are_still_found_and_read(ada, talk, settings):
    old, new = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    settings.SEAL_KEYS = [old]
    seal = seal_of(whisper(ada.viewer, talk))

    settings.SEAL_KEYS = [new, old]

    assert Seal.objects.held_by(ada.viewer, talk) == seal
    assert read_seal(seal.ciphertext, talk.pk) == ada.person.pk
    assert whisper(ada.viewer, talk).pen_name == seal.pen_name


def test_with_its_key_lost_the_words_stay_and_the_next_pen_is_another(ada, talk, settings):
    settings.SEAL_KEYS = [secrets.token_urlsafe(32)]
    first = whisper(ada.viewer, talk)

    settings.SEAL_KEYS = [secrets.token_urlsafe(32)]

    assert whisper(ada.viewer, talk).pen_name != first.pen_name


def test_the_mark_of_one_person_differs_from_thread_to_thread():
    assert marks_of(1, 7) != marks_of(1, 8)
    assert marks_of(1, 7) == marks_of(1, 7)
