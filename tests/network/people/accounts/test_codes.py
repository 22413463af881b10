"""A11, A12: a look consumes nothing, and a code serves once, the one it was sent to, in the browser that asked."""

import pytest
from django.test import Client

from network.people.demo import PASSWORD
from network.people.models import User

NEW = "four quiet words here"
ASKED = {"/accounts/login/": {"way": "code"}, "/accounts/password/reset/": {}}


def ask(at: str, address: str) -> tuple[Client, str]:
    """A browser that asked for a code, and the page that wants it."""
    browser = Client()
    return browser, browser.post(at, {"email": address, **ASKED[at]})["Location"]


@pytest.mark.parametrize("at", ASKED)
def test_looking_consumes_nothing(ada, letters, code_of, at):
    browser, page = ask(at, ada.person.email)
    code = code_of(letters[0])

    for scanner in (browser, browser, Client()):
        scanner.get(f"{page}?code={code}")
        scanner.head(f"{page}?code={code}")
        assert "_auth_user_id" not in scanner.session

    assert browser.post(page, {"code": code}).status_code == 302


@pytest.mark.parametrize("at", ASKED)
def test_letters_carry_no_link_that_acts(ada, letters, at):
    ask(at, ada.person.email)

    lines = [line for line in letters[0]["text"].splitlines() if "://" in line]
    assert all(line.rstrip("/").rpartition("/")[0].endswith(":/") for line in lines)


def test_another_browser_cannot_use_the_code(ada, letters, code_of):
    ask("/accounts/login/", ada.person.email)
    thief = Client()

    response = thief.post("/accounts/login/code/confirm/", {"code": code_of(letters[0])})

    assert (response.status_code, "_auth_user_id" in thief.session) == (302, False)


def test_somebody_elses_code_opens_nothing(ada, bola, letters, code_of):
    browser, page = ask("/accounts/password/reset/", ada.person.email)
    ask("/accounts/password/reset/", bola.person.email)

    assert browser.post(page, {"code": code_of(letters[1])}).status_code == 422
    assert "That is not the code" in browser.post(page, {"code": "12345"}).content.decode()


def test_a_reset_code_serves_once(ada, letters, code_of):
    browser, page = ask("/accounts/password/reset/", ada.person.email)
    code = code_of(letters[0])
    browser.post(page, {"code": code})
    browser.post("/accounts/password/reset/complete/", {"password1": NEW, "password2": NEW})
    assert User.objects.get(pk=ada.person.pk).check_password(NEW)

    browser.post(page, {"code": code})
    browser.post("/accounts/password/reset/complete/", {"password1": PASSWORD, "password2": PASSWORD})

    assert User.objects.get(pk=ada.person.pk).check_password(NEW)


def test_the_subject_shows_the_code_and_names_nobody(ada, letters, code_of):
    ask("/accounts/login/", ada.person.email)

    code = code_of(letters[0])
    assert letters[0]["subject"] == f"{code[:3]} {code[3:]} is your BALI Network sign-in code"
    assert ada.person.name not in letters[0]["text"]
