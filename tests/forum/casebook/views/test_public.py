import re
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone

from forum.concerns.models import Concern
from forum.concerns.models.concern import PLACE_LENGTH, WORDS_LENGTH
from network.jobs.worker import run_jobs
from network.notices.models import Letter

ADDRESS = "/report/"
SAID = {"category": "racism", "place": "The front page", "words": "It is wrong"}


def send(client=None, **facts):
    return (client or Client()).post(ADDRESS, {**SAID, "key": uuid4(), **facts})


def reference(response) -> str:
    return re.search(r"reference is <strong>(\w+)<", response.content.decode())[1]


def test_without_an_account_one_has_a_reference_and_a_time(db):
    response = send()

    concern = Concern.objects.get()
    assert reference(response) == concern.public_id
    assert (concern.reporter, concern.place, concern.category) == (None, "The front page", "racism")
    assert "A moderator looks at it by" in response.content.decode()


def test_a_member_is_not_asked_either(bola):
    send(bola.client)

    assert Concern.objects.get().reporter is None


def test_the_reference_goes_to_the_address_given(db, on_commit):
    with on_commit():
        response = send(answer_to="Ivy@Elsewhere.example")
    run_jobs()

    assert mail.outbox[-1].to == ["ivy@elsewhere.example"]
    assert reference(response) in mail.outbox[-1].body


def test_the_same_form_twice_is_one_report_and_one_answer(db):
    key = uuid4()

    answers = {reference(send(key=key)) for _ in range(2)}

    assert (len(answers), Concern.objects.count()) == (1, 1)


def test_what_a_machine_sends_looks_received_and_is_not_kept(db):
    response = send(website="https://spam.example", answer_to="ivy@elsewhere.example")

    assert (response.status_code, len(reference(response))) == (200, 12)
    assert (Concern.objects.count(), Letter.objects.count()) == (0, 0)


@pytest.mark.parametrize(("field", "most"), [("place", PLACE_LENGTH), ("words", WORDS_LENGTH)])
def test_a_field_has_an_end(db, field, most):
    assert send(**{field: "x" * most}).status_code == 200
    assert send(**{field: "x" * (most + 1)}).status_code == 422
    assert Concern.objects.count() == 1


@pytest.mark.parametrize("missing", ["category", "place", "words"])
def test_what_is_missing_is_said(db, missing):
    response = send(**{missing: ""})

    assert response.status_code == 422 and "There is a problem" in response.content.decode()


def test_sent_too_often_the_words_stay_in_the_form(db):
    answers = [send().status_code for _ in range(6)]
    response = send(words="My own words")

    assert answers == [200] * 5 + [429]
    assert "My own words" in response.content.decode() and Concern.objects.count() == 5


def test_a_stranger_fills_nobodys_mailbox_and_is_not_told_so(db, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"public_report": "50/m/ip"}

    # The answer says by which minute it is looked at.
    with time_machine.travel(timezone.now(), tick=False):
        answers = [send(answer_to="ivy@elsewhere.example") for _ in range(4)]

    assert len({response.content.decode().replace(reference(response), "") for response in answers}) == 1
    assert (Letter.objects.count(), Concern.objects.count()) == (3, 4)


def test_whom_to_call_stands_on_both_pages(db):
    for response in (Client().get(ADDRESS), send()):
        for number in ("999", "0808 800 5000", "116 123"):
            assert number in response.content.decode()
