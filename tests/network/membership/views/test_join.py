"""A visitor answers question by question; the site answers known and unknown addresses alike."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from network.jobs.worker import run_jobs
from network.membership.models import AllyRequest, Claim, Pledge, RequestState
from network.membership.views import join
from network.people.models import User
from tests.network.membership.joining import ALLY, ALUMNI, answer_all, code_in, key_of, send, sign_in_by_code


def test_an_ally_answers_proves_her_address_and_waits(client, db, mailoutbox):
    answer_all(client, "ally", ALLY)
    response = send(client, "ally")
    run_jobs()

    page = client.get(response.url)
    proved = client.post(response.url, {"code": code_in(mailoutbox[0])})

    ruth = User.objects.get(email="ruth@example.org")
    request = AllyRequest.objects.get(person=ruth)
    assert page.status_code == 200
    assert (proved.status_code, request.state, ruth.name) == (302, RequestState.WAITING, "Ruth Ainsley")
    assert Pledge.objects.get(person=ruth).action == "Ask to see who was longlisted before I sign"
    assert client.get("/m/people/").url == "/accounts/waiting/"


def test_an_alumna_whose_address_is_known_is_in_at_once(client, amina, mailoutbox):
    answer_all(client, "alumni", ALUMNI)
    response = send(client, "alumni")
    run_jobs()

    client.post(response.url, {"code": code_in(mailoutbox[0])})

    assert Claim.objects.get().state == RequestState.ADMITTED
    assert client.get("/m/people/").status_code == 200


def test_the_page_after_sending_tells_nothing_apart(bola):
    seen = []
    for email in ("bola@cast.example", "BOLA@cast.example", "new1@cast.example"):
        client = Client()
        cache.clear()  # As if minutes had passed: one address gets one letter at a time, known or not.
        answer_all(client, "ally", ALLY, address={"email": email})
        response = send(client, "ally")
        page = client.get(response.url).content.decode()
        told = re.sub(r'value="[^"]{20,}"|nonce="[^"]+"', "", page).replace(email.lower(), "ADDRESS")
        seen.append((response.status_code, response.url, sorted(response.cookies), told))

    assert seen[0] == seen[1] == seen[2]
    assert not AllyRequest.objects.filter(person=bola.person).exists()


def test_an_owner_of_a_known_address_is_told_by_mail_alone(bola, mailoutbox):
    client = Client()
    answer_all(client, "ally", ALLY, address={"email": "bola@cast.example"})

    send(client, "ally")
    run_jobs()

    assert [mail.to for mail in mailoutbox] == [["bola@cast.example"]]
    assert User.objects.filter(email="bola@cast.example").count() == 1


@pytest.mark.parametrize("email", ["bola@cast.example", "new@example.org"])
def test_sending_twice_has_one_effect_and_one_answer(bola, email, mailoutbox):
    client = Client()
    answer_all(client, "ally", ALLY, address={"email": email})
    key = key_of(client.get("/join/ally/check/"))
    first = client.post("/join/ally/check/", {"key": key})

    second = client.post("/join/ally/check/", {"key": key})
    run_jobs()

    assert (second.status_code, second.url) == (first.status_code, first.url)
    assert len(mailoutbox) == 1


def test_who_lost_the_code_signs_in_with_another_and_the_request_goes_on(client, db, mailoutbox):
    answer_all(client, "ally", ALLY)
    send(client, "ally")

    sign_in_by_code(client, mailoutbox)

    assert AllyRequest.objects.get().state == RequestState.WAITING


def test_more_than_was_asked_is_ignored(client, db):
    forged = {
        "is_active": "on",
        "role": "owner",
        "approved": "1",
        "is_staff": "1",
        "cohort": "C09",
        "state": "admitted",
    }
    answer_all(client, "ally", {step: told | forged for step, told in ALLY.items()})

    send(client, "ally")

    ruth = User.objects.get(email="ruth@example.org")
    assert (ruth.roles.count(), AllyRequest.objects.get().state) == (0, RequestState.UNPROVED)


def test_names_stay_as_typed_without_what_cannot_be_seen(client, db):
    client.post("/join/ally/name/", {"name": "‮Null\n O’D​owd"})
    answer_all(client, "ally", {step: told for step, told in ALLY.items() if step != "name"})

    send(client, "ally")

    assert User.objects.get(email="ruth@example.org").name == "Null O’Dowd"


def test_nothing_stays_behind_on_a_shared_machine(client, db):
    answer_all(client, "ally", ALLY)

    send(client, "ally")

    assert b"Ruth" not in client.get("/join/ally/name/").content


def test_a_member_is_not_asked_her_name_again_and_waits_for_the_desk(bola, finn):
    answer_all(bola.client, "alumni", {step: ALUMNI[step] for step in ("cohort", "rules")})

    response = send(bola.client, "alumni")

    claim = Claim.objects.get(person=bola.person)
    assert (response.url, claim.state) == ("/accounts/waiting/", RequestState.WAITING)
    assert bola.client.get("/join/alumni/name/").status_code == 404


def test_a_key_that_cannot_be_read_is_a_fresh_one(client, db):
    answer_all(client, "ally", ALLY)

    assert client.post("/join/ally/check/", {"key": "no key"}).status_code == 302
    assert AllyRequest.objects.count() == 1


def test_an_account_without_its_answers_is_not_left_behind(client, db, monkeypatch):
    def fail(*_):
        raise RuntimeError

    answer_all(client, "ally", ALLY)
    monkeypatch.setitem(join.KEEPERS, "ally", fail)
    client.raise_request_exception = False

    assert send(client, "ally").status_code == 500
    assert not User.objects.exists()
