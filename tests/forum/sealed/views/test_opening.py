import pytest
from django.urls import reverse

from forum.sealed.actions.opening import ask_for_opening, open_seal
from forum.sealed.models import Opening
from forum.spaces.models.takes_two import WORDS_LENGTH
from network.access.viewer import viewer_of
from network.people.actions.shield import raise_shield
from network.people.models import RoleKind, User
from tests.factories.network import make_person
from tests.factories.sealed import seal_of, whisper

WHY = {"reason": "life", "words": "She writes that she will not live."}


@pytest.fixture
def said(ada, talk):
    return whisper(ada.viewer, talk)


@pytest.fixture
def owner(db):
    return viewer_of(make_person("Olu Keeper", roles=((RoleKind.OWNER, ""),)))


def test_the_name_is_on_one_page_once(ada, dina, owner, said):
    opening = open_seal(by=owner, opening=ask_for_opening(by=dina.viewer, seal=seal_of(said), **WHY))
    address = reverse("opening", args=[opening.public_id])
    assert ada.person.name not in dina.client.get(address).content.decode()

    first, second = (dina.client.post(reverse("opening_look", args=[opening.public_id])) for _ in range(2))

    assert ada.person.name in first.content.decode()
    assert (second.status_code, ada.person.name in second.content.decode()) == (409, False)
    assert ada.person.name not in dina.client.get(address).content.decode()


@pytest.mark.parametrize(("length", "status"), [(WORDS_LENGTH, 302), (WORDS_LENGTH + 1, 422)])
def test_the_words_have_an_upper_bound(dina, said, length, status):
    address = reverse("opening_new", args=[said.public_id])

    assert dina.client.post(address, {"reason": "court", "words": "x" * length}).status_code == status


def test_not_to_tell_the_author_wants_words(dina, said):
    address = reverse("opening_new", args=[said.public_id])
    assert dina.client.post(address, WHY | {"is_untold": "on"}).status_code == 422
    assert not Opening.objects.exists()

    dina.client.post(address, WHY | {"is_untold": "on", "untold_because": "The court forbids it."})

    assert Opening.objects.get().untold_because == "The court forbids it."


def test_words_why_not_to_tell_count_only_where_it_is_ticked(dina, said):
    dina.client.post(reverse("opening_new", args=[said.public_id]), WHY | {"untold_because": "Begun and left"})

    assert Opening.objects.get().untold_because == ""


def test_whoever_hides_from_a_moderator_is_not_named_to_them(dina, owner, said):
    leo = make_person("Leo Marsh", roles=((RoleKind.MODERATOR, ""),))
    opening = open_seal(by=owner, opening=ask_for_opening(by=viewer_of(leo), seal=seal_of(said), **WHY))
    addresses = [reverse("openings"), reverse("opening", args=[opening.public_id])]
    assert all("Leo Marsh" in dina.client.get(one).text for one in addresses)

    for person in (leo, User.objects.get(pk=owner.person_id)):
        raise_shield(person=person, other=dina.person)

    for page in (dina.client.get(one).text for one in addresses):
        assert "Somebody in the team" in page and "Leo Marsh" not in page and "Olu Keeper" not in page


def test_a_request_is_withdrawn_at_its_own_page_once(dina, said):
    opening = ask_for_opening(by=dina.viewer, seal=seal_of(said), **WHY)
    address, removal = (reverse(name, args=[opening.public_id]) for name in ("opening", "opening_removal"))
    assert removal in dina.client.get(address).text

    answers = [dina.client.post(removal).status_code for _ in range(2)]

    page = dina.client.get(address).text
    assert answers == [302, 409]
    assert "Withdrawn by" in page and removal not in page
