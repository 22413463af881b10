import pytest

from network.people.models import User
from network.people.models.user import FOLDED_LENGTH
from network.people.naming import fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Ada Okoro", " ada okoro "),
        ("Zoë-Anne  O’Brien", " zoe anne o brien "),
        ("ADÉLE Łukasz", " adele lukasz "),
        ("İpek Işık", " ipek isik "),
        ("Straße", " strasse "),
        ("  ", ""),
        ("🙂", ""),
    ],
)
def test_names_are_compared_as_people_type_them(name, folded):
    assert fold(name) == folded


def test_it_is_kept_with_the_name(ada):
    assert ada.person.folded_name == fold(ada.person.name)

    ada.person.name = "Zoë Adé"
    ada.person.save(update_fields=["name"])

    assert User.objects.get(pk=ada.person.pk).folded_name == " zoe ade "


def test_a_sign_that_comes_apart_into_many_letters_fits(db):
    person = User.objects.create_user(email="a@x.example", name="\ufdfa" * 200)

    assert len(User.objects.get(pk=person.pk).folded_name) == FOLDED_LENGTH
