"""The directory's pages: nothing in an address, as few queries for many as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from network.directory.actions.profile import ensure_profile
from network.directory.models import FIELDS_WITH_AUDIENCE, Profile
from tests.factories.network import make_people
from tests.house.matrix import told


def test_bola_finds_ada_by_post(ada, bola, listed):
    listed(ada)

    found = bola.client.post("/m/people/", {"words": "fostering", "mentoring": "offering"}).content.decode()
    not_found = bola.client.post("/m/people/", {"words": "archery"}).content.decode()

    assert "Ada Okafor-Lynch" in found and "1 person found" in found
    assert "Ada" not in not_found and "Nobody matches" in not_found


def test_words_in_the_address_are_not_heard(ada, bola, listed):
    listed(ada)

    page = bola.client.get("/m/people/?words=archery").content.decode()

    assert "Ada Okafor-Lynch" in page and "archery" not in page


@pytest.mark.parametrize(
    "posted", [{"words": "x" * 101}, {"region": "Atlantis"}, {"mentoring": "maybe"}, {"page": "x"}]
)
def test_a_wrong_question_is_refused_and_its_words_kept(bola, posted):
    response = bola.client.post("/m/people/", {"words": "kept"} | posted)

    assert response.status_code == 422


def test_pages_are_turned_by_post_and_never_beyond_the_end(bola):
    crowd(45)

    second = bola.client.post("/m/people/", {"page": 2})
    last = bola.client.post("/m/people/", {"page": 9999})

    assert second.context["page"].number == 2 and last.context["page"].number == 3


def crowd(how_many: int) -> None:
    for person in make_people(how_many):
        ensure_profile(person=person)
    Profile.objects.update(is_listed=True, listed_to="members")


def test_the_directory_asks_no_more_for_many_than_for_few(bola):
    counts = []
    bola.client.get("/m/people/")
    for _ in range(2):
        crowd(10)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            bola.client.post("/m/people/", {"region": ""})
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 10


def test_a_hidden_profile_answers_like_one_that_never_was(ada, bola, maya, listed):
    profile = listed(ada)

    seen = bola.client.get(f"/m/p/{profile.public_id}/")
    hidden = maya.client.get(f"/m/p/{profile.public_id}/")
    missing = maya.client.get("/m/p/neverexisted/")

    assert (seen.status_code, hidden.status_code) == (200, 404)
    assert told(hidden) == told(missing)
    assert "<title>Profile - BALI Network</title>" in seen.content.decode()


def test_bola_sees_what_is_shared_and_no_more(ada, bola, listed):
    profile = listed(ada, contact_to="alumni", membership_to="nobody")

    page = bola.client.get(f"/m/p/{profile.public_id}/").content.decode()

    assert "Head of service" in page and "Open to mentoring" in page and "Not shared with you" in page
    assert "ada@home.example" not in page and "Cohort 9" not in page


def form_of(**changes) -> dict:
    facts = {f"{name}_to": "members" for name in FIELDS_WITH_AUDIENCE}
    facts |= {"is_listed": "on", "listed_to": "members", "role_title": "Director", "mentoring": "none", "region": ""}
    return facts | changes


def test_ada_says_field_by_field_who_sees_what(ada, bola):
    ada.client.get("/m/you/profile/")

    response = ada.client.post("/m/you/profile/", form_of(about="CANARY", about_to="alumni"))
    page = bola.client.get(response.url).content.decode()

    assert response.status_code == 302
    assert "Director" in page and "CANARY" not in page


def test_nobody_writes_their_own_membership_or_another_s_profile(ada, bola):
    ada_profile = ensure_profile(person=ada.person)

    bola.client.post(
        "/m/you/profile/", form_of(membership="Cohort 1", person=ada.person.pk, public_id="mine", id=ada_profile.pk)
    )

    assert Profile.objects.get(person=bola.person).membership.startswith("Ally since")
    assert Profile.objects.get(person=ada.person).role_title == "Head of service"


@pytest.mark.parametrize(
    "wrong", [{"about": "x" * 1_501}, {"region": "Atlantis"}, {"listed_to": "public"}, {"about_to": "everybody"}]
)
def test_a_wrong_profile_is_refused_with_its_text_kept(ada, wrong):
    response = ada.client.post("/m/you/profile/", form_of(role_title="Kept words") | wrong)

    page = response.content.decode()
    assert response.status_code == 422
    assert "There is a problem" in page and "Kept words" in page
    assert Profile.objects.get().role_title == "Head of service"


def test_ada_looks_at_herself_as_an_ally_would(ada, listed):
    listed(ada, to="alumni")

    ally = ada.client.get("/m/you/profile/as/ally/").content.decode()
    alumna = ada.client.get("/m/you/profile/as/alumna/").content.decode()

    assert "Nothing to see" in ally and "Ask me about boards" in alumna
    assert ada.client.get("/m/you/profile/as/king/").status_code == 404


@pytest.mark.parametrize("path", ["/m/people/", "/m/you/profile/", "/m/you/shield/", "/m/search/", "/m/you/pledge/"])
def test_staff_without_membership_have_no_members_pages(efe, path):
    assert efe.client.get(path).status_code == 404


def test_who_copies_the_directory_is_slowed_down(ada, bola, listed, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"read_profiles": "3/m/user"}
    path = f"/m/p/{listed(ada).public_id}/"

    answers = [bola.client.get(path) for _ in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[3]["Retry-After"] == "60" and ada.client.get(path).status_code == 200
