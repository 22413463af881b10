"""A02, A06 to A08, A14: how often, and how much."""

from statistics import median
from time import perf_counter

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from network.people.demo import PASSWORD

UNKNOWN = "nobody.here@elsewhere.example"


def attempts(address: str, times: int, password: str = "not the one", **headers) -> list[int]:
    made = []
    for number in range(times):
        client = Client(REMOTE_ADDR=f"198.51.100.{number}", **headers)
        made.append(client.post("/accounts/login/", {"login": address, "password": password}).status_code)
    return made


def test_six_wrong_passwords_close_that_address_for_a_while(ada, letters):
    assert attempts(ada.person.email, 7) == [422] * 5 + [429] * 2
    assert attempts(UNKNOWN, 6) == [422] * 5 + [429]
    assert [letter["subject"] for letter in letters] == ["Many wrong passwords for this address"] * 2
    assert Client().post("/accounts/password/reset/", {"email": ada.person.email}).status_code == 302


def test_forged_addresses_of_clients_do_not_help(db):
    forged = [
        Client(
            REMOTE_ADDR="198.51.100.9",
            HTTP_X_FORWARDED_FOR=f"203.0.113.{number}",
            HTTP_FORWARDED=f"for=203.0.113.{number}",
            HTTP_X_REAL_IP=f"203.0.113.{number}",
        )
        .post("/accounts/login/", {"login": f"nobody{number}@elsewhere.example", "password": "not the one"})
        .status_code
        for number in range(11)
    ]

    assert forged == [422] * 10 + [429]


def test_ones_own_success_does_not_clear_the_count(ada, bola, with_password):
    outcomes = []
    for _ in range(6):
        outcomes.append(with_password(Client(), ada.person.email, "not the one").status_code)
        with_password(Client(), bola.person.email, PASSWORD)

    assert outcomes == [422] * 5 + [429]


def test_letters_fill_nobodys_mailbox(ada, letters):
    answers = [Client().post("/accounts/password/reset/", {"email": ada.person.email}).status_code for _ in range(7)]

    assert answers == [302] * 5 + [429] * 2
    assert len(letters) == 5


def test_a_long_password_is_refused_quickly(ada):
    began = timezone.now()

    response = Client().post("/accounts/login/", {"login": ada.person.email, "password": "x" * 200_000})

    assert response.status_code == 422
    assert (timezone.now() - began).total_seconds() < 1


@pytest.mark.parametrize(("at", "more"), [("/accounts/login/", {"way": "code"}), ("/accounts/password/reset/", {})])
def test_known_and_unknown_addresses_take_the_same_time(ada, at, more):
    """A02. Letters are rows, so that no address costs a conversation with a mail server."""
    took = {ada.person.email: [], UNKNOWN: []}
    for _ in range(9):
        for address, times in took.items():
            cache.clear()
            began = perf_counter()
            browser = Client()
            browser.get(browser.post(at, {"email": address, **more})["Location"])
            times.append(perf_counter() - began)

    known, unknown = (median(times) for times in took.values())
    assert abs(known - unknown) <= 0.03
