"""Two doors to one box."""

import pytest

from network.directory.actions.profile import change_profile, ensure_profile


@pytest.fixture
def ada_is_listed(ada):
    facts = {"is_listed": True, "listed_to": "members", "expertise": "Lighthouses", "expertise_to": "alumni"}
    return change_profile(by=ada.viewer, profile=ensure_profile(person=ada.person), changes=facts)


def test_members_find_people_as_far_as_they_share(ada, bola, maya, ada_is_listed):
    by_name = bola.client.post("/m/search/", {"q": "Okafor"}).content.decode()
    by_hidden_word = bola.client.post("/m/search/", {"q": "Lighthouses"}).content.decode()
    her_own = ada.client.post("/m/search/", {"q": "Lighthouses"}).content.decode()
    shielded = maya.client.post("/m/search/", {"q": "Okafor"}).content.decode()

    assert "Ada Okafor-Lynch" in by_name and "Ada Okafor-Lynch" in her_own
    assert "Nothing found" in by_hidden_word and "Nothing found" in shielded


def test_the_public_box_knows_no_people(bola, ada_is_listed):
    page = bola.client.get("/search/?q=Okafor").content.decode()

    assert "Nothing found" in page and "Lynch" not in page


def test_words_of_members_stand_in_no_address(bola, ada_is_listed):
    page = bola.client.get("/m/search/?q=Okafor").content.decode()

    assert "Lynch" not in page and "Okafor" not in page


def test_it_asks_nothing_without_words(client, db):
    response = client.get("/search/?q=++")

    assert (response.status_code, response.context["found"]) == (200, [])


@pytest.mark.parametrize(("length", "status"), [(100, 200), (101, 422)])
def test_words_have_a_bound(client, db, bola, length, status):
    assert client.get(f"/search/?q={'x' * length}").status_code == status
    assert bola.client.post("/m/search/", {"q": "x" * length}).status_code == status


@pytest.mark.parametrize("words", ["%", "_", "\\", "'\"", "a AND (", "*", "\x00", "ẹ̀", "😀"])
def test_no_word_breaks_it(client, db, bola, words):
    assert client.get("/search/", {"q": words}).status_code in (200, 422)
    assert bola.client.post("/m/search/", {"q": words}).status_code in (200, 422)
