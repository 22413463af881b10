import pytest
from django.db import IntegrityError

from network.people.models import User
from network.people.opaque import ALPHABET, new_public_id

NAMES = [
    "Q",
    "Null",
    "Siobhán O’Rourke-O'Neill",
    "Oluwafunmilayo Temitope Adekunle Ogunbanjo Williamson de la Cruz",
    "நந்தினி",
    "محمد علي",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_kept_as_typed(db, name):
    User.objects.create_user("somebody@x.example", name)

    assert User.objects.get(email="somebody@x.example").name == name


def test_an_address_is_one_account_whatever_its_case(db):
    User.objects.create_user("Ada@x.example", "Ada")

    with pytest.raises(IntegrityError):
        User.objects.create_user("ADA@X.example", "Ada again")


@pytest.mark.parametrize(("name", "initials"), [("Ada Okafor-Lynch", "AO"), ("Q", "Q"), ("A b C d", "AD"), ("", "")])
def test_initials_are_the_first_and_last_word(name, initials):
    assert User(name=name).initials == initials


def test_opaque_ids_say_nothing():
    ids = {new_public_id() for _ in range(1000)}

    assert len(ids) == 1000
    assert all(len(one) == 12 and set(one) <= set(ALPHABET) for one in ids)
