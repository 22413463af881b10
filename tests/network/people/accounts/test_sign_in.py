"""A02, A03, A05 to A08, A22, A23 of the safety standard: the door answers everybody alike."""

import re
from unittest import mock

import pytest
from django.contrib.auth import hashers
from django.test import Client

from network.people.actions.suspension import suspend
from network.people.demo import PASSWORD

UNKNOWN = "nobody.here@elsewhere.example"
CHANCE = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"')


def told(response, address: str) -> tuple:
    body = CHANCE.sub("", response.content.decode()).replace(address, "ADDRESS")
    return response.status_code, response.get("Location"), sorted(response.cookies), body


def start(way: str, address: str, **more):
    browser = Client()
    return browser, browser.post("/accounts/login/", {"email": address, "way": way, **more})


def hashes_of(act) -> int:
    with mock.patch.object(hashers.MD5PasswordHasher, "encode", autospec=True, side_effect=None) as encode:
        encode.side_effect = lambda self, password, salt: f"md5${salt}$x"
        act()
        return encode.call_count


def test_a_known_and_an_unknown_address_are_led_alike(ada, letters):
    answers = []
    for address in (ada.person.email, UNKNOWN):
        browser, first = start("code", address)
        second = browser.get(first["Location"])
        answers.append((told(first, address), told(second, address)))

    assert answers[0] == answers[1]
    assert answers[0][0][:2] == (302, "/accounts/login/code/confirm/")
    assert [letter["address"] for letter in letters] == [ada.person.email, UNKNOWN]
    assert [letter["person_id"] for letter in letters] == [ada.person.pk, None]


def test_a_reset_is_answered_alike(ada, letters):
    answers = []
    for address in (ada.person.email, UNKNOWN):
        browser = Client()
        first = browser.post("/accounts/password/reset/", {"email": address})
        second = browser.get(first["Location"])
        answers.append((told(first, address), told(second, address)))

    assert answers[0] == answers[1]
    assert len(letters) == 2


@pytest.mark.parametrize("who", ["unknown", "known", "unproved"])
def test_a_wrong_password_costs_one_hash_and_says_one_thing(ada, eve, who):
    eve.person.emailaddress_set.update(verified=False)
    address = {"unknown": UNKNOWN, "known": ada.person.email, "unproved": eve.person.email}[who]
    seen = []

    hashed = hashes_of(
        lambda: seen.append(Client().post("/accounts/login/", {"login": address, "password": "not the one"}))
    )

    assert hashed == 1
    assert seen[0].status_code == 422
    assert "That email address and password do not go together" in seen[0].content.decode()


def test_the_right_password_signs_in_and_changes_the_session(ada, browser, with_password):
    browser.get("/accounts/login/")
    before = browser.session.session_key
    ada.person.authenticator_set.all().delete()

    response = with_password(browser, ada.person.email.upper(), PASSWORD)

    assert (response.status_code, response["Location"]) == (302, "/m/")
    assert browser.session["_auth_user_id"] == str(ada.person.pk)
    assert browser.session.session_key != before
    assert browser.session.get_expire_at_browser_close()


def test_staying_signed_in_is_a_choice(ada, browser, with_password):
    with_password(browser, ada.person.email, PASSWORD, remember="on")

    assert not browser.session.get_expire_at_browser_close()
    assert browser.session.get_expiry_age() == 60 * 60 * 24 * 30


def test_a_code_signs_in_once(ada, letters, code_of):
    browser, first = start("code", ada.person.email, next="/m/people/")
    code = code_of(letters[0])

    response = browser.post(first["Location"], {"code": f"{code[:3]} {code[3:]}", "next": "/m/people/"})

    assert (response.status_code, response["Location"]) == (302, "/m/people/")
    assert browser.session["_auth_user_id"] == str(ada.person.pk)


def test_a_wrong_code_is_refused_three_times(ada, letters):
    browser, first = start("code", ada.person.email)

    answers = [browser.post(first["Location"], {"code": "000000"}).status_code for _ in range(3)]

    assert answers == [422, 422, 302]
    assert "_auth_user_id" not in browser.session


def test_a_suspended_account_says_so_and_opens_no_session(ada, browser, with_password):
    suspend(person=ada.person, by=None)

    response = with_password(browser, ada.person.email, PASSWORD)

    assert response["Location"] == "/accounts/inactive/"
    assert "_auth_user_id" not in browser.session
    assert "This account is not active" in browser.get("/accounts/inactive/").content.decode()


@pytest.mark.parametrize(
    "evil",
    [
        "//evil.example",
        "https:evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "https://evil.example/",
        "%2f%2fevil.example",
        "/%09/evil.example",
    ],
)
def test_next_never_leads_elsewhere(ada, browser, evil, with_password):
    ada.person.authenticator_set.all().delete()

    response = with_password(browser, ada.person.email, PASSWORD, next=evil)

    assert response["Location"] == "/m/"


def test_no_token_no_sign_in(ada):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post("/accounts/login/", {"login": ada.person.email, "password": PASSWORD}).status_code == 403
