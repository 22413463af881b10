"""A23, B01, B04, B05: one door, which the CMS shares; what closes it, and who is told."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client

from network.people.demo import PASSWORD
from tests.cast import BACKEND

NEW = "four quiet words here"
BEHIND = ["/cms/", "/cms/pages/", "/m/desk/reports/", "/m/desk/welcome/"]


def test_the_cms_has_no_door_of_its_own(efe):
    browser = Client()

    assert browser.get("/cms/login/")["Location"].startswith("/accounts/login/")
    browser.post("/cms/login/", {"username": efe.person.email, "password": PASSWORD})

    assert "_auth_user_id" not in browser.session


def test_the_right_password_of_staff_alone_opens_no_session(efe, with_password):
    browser = Client()

    response = with_password(browser, efe.person.email, PASSWORD, next="/cms/")

    assert response["Location"].startswith("/accounts/2fa/authenticate/")
    assert "_auth_user_id" not in browser.session
    assert browser.get("/cms/")["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("path", BEHIND)
def test_a_session_without_a_second_factor_stays_outside(finn, path):
    # As if somebody had come in by a way that never asked for it.
    browser = Client()
    browser.force_login(finn.person, backend=BACKEND)

    for send in (browser.get, browser.post):
        assert send(path)["Location"].startswith("/accounts/2fa/reauthenticate/?next=%2F")


def test_members_are_not_asked_for_a_second_factor(bola, with_password):
    browser = Client()
    bola.person.authenticator_set.all().delete()
    with_password(browser, bola.person.email, PASSWORD)

    assert "2fa" not in browser.get("/m/desk/reports/").get("Location", "")


def test_a_cookie_kept_from_before_signing_out_opens_nothing(ada, with_password):
    ada.person.authenticator_set.all().delete()
    browser = Client()
    with_password(browser, ada.person.email, PASSWORD)
    kept = browser.cookies["sessionid"].value

    browser.post("/accounts/logout/")

    replayed = Client()
    replayed.cookies["sessionid"] = kept
    assert replayed.get("/accounts/")["Location"] == "/accounts/login/?next=/accounts/"
    assert not Session.objects.filter(session_key=kept).exists()


def test_a_foreign_token_signs_nobody_in(ada):
    strict, other = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    strict.get("/accounts/login/")
    other.get("/accounts/login/")
    told = {"login": ada.person.email, "password": PASSWORD, "csrfmiddlewaretoken": "x" * 64}

    assert strict.post("/accounts/login/", told).status_code == 403
    told["csrfmiddlewaretoken"] = other.cookies["csrftoken"].value
    assert strict.post("/accounts/login/", told).status_code == 403


def test_a_new_second_factor_ends_the_others_and_its_owner_is_told(ada, letters, on_commit, with_password, app_shows):
    Authenticator.objects.filter(user=ada.person).delete()
    here, there = Client(), Client()
    for device in (here, there):
        with_password(device, ada.person.email, PASSWORD)
        device.get("/accounts/")
    here.post("/accounts/reauthenticate/", {"password": PASSWORD})
    secret = here.get("/accounts/2fa/totp/activate/").context["form"].secret
    code = app_shows(secret)

    with on_commit():
        here.post("/accounts/2fa/totp/activate/", {"code": code})

    assert [device.get("/accounts/").status_code for device in (here, there)] == [200, 302]
    assert {letter["address"] for letter in letters} == {ada.person.email}
    assert "authenticator app" in " ".join(letter["subject"] for letter in letters)


def test_a_new_password_is_told(ada, letters, with_password):
    ada.person.authenticator_set.all().delete()
    browser = Client()
    with_password(browser, ada.person.email, PASSWORD)

    browser.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})

    assert [(letter["address"], letter["subject"]) for letter in letters] == [
        (ada.person.email, "Your password was changed")
    ]
