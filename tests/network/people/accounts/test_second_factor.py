"""Authenticator apps and recovery codes (A21), and that staff cannot do without."""

import pytest
import time_machine
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.management import call_command
from django.db import connection
from django.test import Client

from network.people.demo import PASSWORD


@pytest.fixture
def code_now(app_shows):
    """What the person's app shows now."""
    return lambda person: app_shows(get_adapter().decrypt(person.authenticator_set.get(type="totp").data["secret"]))


def half_way(person) -> Client:
    """Signed in with the password alone."""
    browser = Client()
    response = browser.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert response["Location"].startswith("/accounts/2fa/authenticate/")
    return browser


def test_a_code_works_once(dina, code_now):
    code = code_now(dina.person)
    first, second = half_way(dina.person), half_way(dina.person)

    answers = [browser.post("/accounts/2fa/authenticate/", {"code": code}).status_code for browser in (first, second)]

    assert answers == [302, 422]
    assert "_auth_user_id" not in second.session


def test_a_recovery_code_works_once(dina):
    RecoveryCodes.activate(dina.person)
    code = dina.person.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()[0]
    first, second = half_way(dina.person), half_way(dina.person)

    answers = [browser.post("/accounts/2fa/authenticate/", {"code": code}).status_code for browser in (first, second)]

    assert answers == [302, 422]


def test_six_wrong_codes_are_too_many(dina):
    browser = half_way(dina.person)

    answers = [browser.post("/accounts/2fa/authenticate/", {"code": "12"}).status_code for _ in range(6)]

    assert answers == [422] * 5 + [429]


def test_secrets_are_not_in_the_table(dina):
    secret = get_adapter().decrypt(dina.person.authenticator_set.get(type="totp").data["secret"])
    RecoveryCodes.activate(dina.person)
    seed = get_adapter().decrypt(dina.person.authenticator_set.get(type="recovery_codes").data["seed"])

    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        rows = str(cursor.fetchall())

    assert (len(secret) > 10, secret in rows, len(seed) > 10, seed in rows) == (True, False, True, False)


def test_staff_without_a_factor_are_led_to_set_one_up(efe, with_password):
    Authenticator.objects.filter(user=efe.person).delete()
    browser = Client()
    with_password(browser, efe.person.email, PASSWORD)

    assert browser.get("/cms/")["Location"] == "/accounts/2fa/totp/activate/"
    assert browser.get("/m/desk/reports/")["Location"] == "/accounts/2fa/totp/activate/"


def test_setting_up_an_app_opens_the_desks(efe, with_password, on_commit, app_shows):
    Authenticator.objects.filter(user=efe.person).delete()
    browser = Client()
    with_password(browser, efe.person.email, PASSWORD)
    browser.post("/accounts/reauthenticate/", {"password": PASSWORD})
    secret = browser.get("/accounts/2fa/totp/activate/").context["form"].secret
    code = app_shows(secret)

    with on_commit():
        response = browser.post("/accounts/2fa/totp/activate/", {"code": code})

    assert response["Location"] == "/accounts/2fa/recovery-codes/"
    assert response.wsgi_request.session["account_authentication_methods"][-1]["method"] == "mfa"


def test_the_code_command_prints_what_the_app_shows(dina, capsys, code_now):
    # In one half minute, so that both look at the same code.
    with time_machine.travel("2026-11-28T12:00:00Z", tick=False):
        call_command("code", dina.person.email)
        shown = code_now(dina.person)

    assert capsys.readouterr().out.strip() == shown


def test_a_code_of_the_half_minute_before_is_still_taken(dina, code_now):
    with time_machine.travel("2026-11-28T12:00:29Z", tick=False) as clock:
        browser, code = half_way(dina.person), code_now(dina.person)
        clock.shift(2)

        response = browser.post("/accounts/2fa/authenticate/", {"code": code})

    assert response.status_code == 302
