from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from forum.oversight.actions.moderator import Term, name_moderator
from network.access.audience import ALUMNI
from network.access.viewer import viewer_of
from network.people.actions.role import grant_role
from network.people.models import Role, RoleKind
from tests.cast import BACKEND
from tests.factories.forum import make_space
from tests.factories.network import make_people

PAGE = "/m/desk/moderators/"


@pytest.fixture
def room(db):
    return make_space("The quiet room")


def asked(room, **said):
    return {"name": "Bola Akande", "space": room.public_id, "reason": "Asked by all"} | said


def test_an_owner_names_and_ends_by_plain_forms(bola, kemi, room):
    assert kemi.client.post(PAGE, asked(room, name=" bola AKANDE "))["Location"] == PAGE
    assert bola.viewer.moderator_of == {room.public_id}
    page = kemi.client.get(PAGE).text
    ending = reverse("moderator_ending", args=[bola.person.public_id, room.public_id])
    assert ending in page and "The quiet room" in page

    assert kemi.client.post(ending, {}).status_code == 422
    assert bola.viewer.moderator_of == {room.public_id}
    assert kemi.client.post(ending, {"reason": "Her wish"})["Location"] == PAGE
    assert bola.viewer.moderator_of == frozenset()
    assert kemi.client.get(ending).status_code == 404


def test_a_term_is_kept_as_days_of_the_uk(bola, kemi, room):
    last = timezone.localdate() + timedelta(days=30)

    kemi.client.post(PAGE, asked(room, ends_on=f"{last:%Y-%m-%d}"))

    role = Role.objects.get(kind=RoleKind.MODERATOR, scope=room.public_id)
    assert timezone.localtime(role.ends_at).date() == last + timedelta(days=1)
    assert timezone.localtime(role.ends_at).hour == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "Nobody We Know"},
        {"name": "x" * 201},
        {"space": ""},
        {"space": "never-was"},
        {"address": "x" * 201},
        {"reason": ""},
        {"reason": "x" * 501},
        {"starts_on": "2020-01-01"},
        {"starts_on": "soon"},
        {"ends_on": "2020-01-01"},
        {"ends_on": "9999-12-31"},
    ],
    ids=lambda said: "-".join(said),
)
def test_what_is_missing_or_wrong_is_said_and_the_words_are_kept(bola, kemi, room, wrong):
    answer = kemi.client.post(PAGE, asked(room, **wrong))

    assert answer.status_code == 422 and "<title>Error: Moderators" in answer.text
    assert wrong.get("reason") == "" or "Asked by all" in answer.text or "x" * 501 in answer.text
    assert not Role.objects.filter(kind=RoleKind.MODERATOR).exists()


def test_named_twice_is_a_conflict_with_the_words_kept(bola, kemi, room):
    kemi.client.post(PAGE, asked(room))

    answer = kemi.client.post(PAGE, asked(room, reason="Once more"))

    assert answer.status_code == 409 and "Once more" in answer.text


def test_for_everybody_else_there_is_no_such_page(ada, dina, finn, kemi, room):
    for who in (ada, dina, finn):
        assert who.client.get(PAGE).status_code == who.client.post(PAGE, asked(room)).status_code == 404


def test_an_owner_learns_of_no_space_that_is_not_theirs_to_read(ada, kemi):
    hidden = make_space("canary room", ALUMNI)
    grant_role(person=ada.person, kind=RoleKind.MODERATOR, scope=hidden.public_id, by=None)

    page = kemi.client.get(PAGE).text

    assert ada.person.name in page and "canary" not in page
    assert kemi.client.post(PAGE, asked(hidden)).status_code == 422


def test_a_space_that_is_not_theirs_is_named_by_the_address_somebody_gave(bola, kemi):
    hidden = make_space("canary room", ALUMNI)
    address = f"https://bali.example/m/s/{hidden.public_id}/"

    wrong = kemi.client.post(PAGE, asked(hidden, space="", address="/m/s/never-was/"))
    answer = kemi.client.post(PAGE, asked(hidden, space="", address=address))

    assert wrong.status_code == 422 and "There is no space at this address" in wrong.text
    assert answer.status_code == 302 and bola.viewer.moderator_of == {hidden.public_id}
    assert "canary" not in kemi.client.get(PAGE).text
    assert "A space that is not yours to read" in kemi.client.get(PAGE).text


def test_a_moderator_of_one_space_shows_a_second_factor_first(bola, kemi, room):
    name_moderator(by=kemi.viewer, space=room, person=bola.person, term=Term(), reason="Asked")
    browser = Client()
    browser.force_login(bola.person, backend=BACKEND)

    assert "/2fa/" in browser.get("/m/desk/reports/")["Location"]
    assert browser.get("/m/discussions/").status_code == 200
    assert bola.client.get("/m/desk/reports/").status_code == 200


def test_the_list_asks_the_same_for_one_and_for_ten(kemi, room):
    def queries():
        kemi.client.get(PAGE)
        with CaptureQueriesContext(connection) as captured:
            kemi.client.get(PAGE)
        return len(captured)

    people = make_people(10)
    facts = {"space": room, "term": Term(), "reason": "Asked"}
    name_moderator(by=viewer_of(kemi.person), person=people[0], **facts)
    one = queries()
    for person in people[1:]:
        name_moderator(by=viewer_of(kemi.person), person=person, **facts)

    assert queries() == one
