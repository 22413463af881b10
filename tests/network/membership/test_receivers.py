"""Anybody may open an account for anybody's address: whoever proves it elsewhere starts with nothing of theirs."""

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from django.test import Client

from network.jobs.worker import run_jobs
from network.membership.models import Agreement, AllyRequest, Claim, Pledge, RequestState
from network.people.models import User
from tests.network.membership.joining import ALLY, ALUMNI, answer_all, code_in, send, sign_in_by_code


@pytest.mark.parametrize(("way", "pages"), [("ally", ALLY), ("alumni", ALUMNI)])
def test_who_proves_an_address_from_elsewhere_inherits_nothing_a_stranger_typed(db, mailoutbox, way, pages):
    stranger, owner = Client(), Client()
    answer_all(stranger, way, pages, address={"email": "ruth@example.org"})
    send(stranger, way)

    sign_in_by_code(owner, mailoutbox)

    ruth = User.objects.get(email="ruth@example.org")
    held = [kind.objects.filter(person=ruth).count() for kind in (AllyRequest, Claim, Pledge, Agreement)]
    page = owner.get("/accounts/waiting/")
    assert (ruth.name, held, page.status_code) == ("", [0, 0, 0, 0], 200)
    assert "First, a few questions" in page.text


def test_a_line_of_the_roster_is_no_strangers_gift(db, amina, mailoutbox):
    """Accepted at once only where the one who proves is the one who asked."""
    stranger, owner = Client(), Client()
    answer_all(stranger, "alumni", ALUMNI)
    send(stranger, "alumni")

    sign_in_by_code(owner, mailoutbox, "amina@roster.example")

    amina.refresh_from_db()
    assert (amina.person_id, owner.get("/m/people/").status_code) == (None, 302)


def test_whoever_was_asked_anew_answers_with_a_name_of_their_own(db, mailoutbox):
    stranger, owner = Client(), Client()
    answer_all(stranger, "ally", ALLY, name={"name": "A Joke"})
    send(stranger, "ally")
    sign_in_by_code(owner, mailoutbox)

    answer_all(owner, "ally", {step: told for step, told in ALLY.items() if step != "address"})
    sent = send(owner, "ally")

    request = AllyRequest.objects.get()
    assert (sent.url, request.state, request.person.name) == (
        "/accounts/waiting/",
        RequestState.WAITING,
        "Ruth Ainsley",
    )


def test_a_new_password_proves_an_address_and_inherits_nothing_either(db, mailoutbox):
    stranger, owner = Client(), Client()
    answer_all(stranger, "ally", ALLY)
    send(stranger, "ally")

    asked = owner.post("/accounts/password/reset/", {"email": "ruth@example.org"})
    run_jobs()
    owner.post(asked.url, {"code": code_in(mailoutbox[-1])})

    assert (User.objects.get(email="ruth@example.org").name, AllyRequest.objects.count()) == ("", 0)


def test_a_member_who_proves_another_address_keeps_her_name(ada):
    request = ada.client.get("/m/").wsgi_request

    email_confirmed.send(EmailAddress, request=request, email_address=EmailAddress.objects.get(user=ada.person))

    assert User.objects.get(pk=ada.person.pk).name == "Ada Okafor-Lynch"
