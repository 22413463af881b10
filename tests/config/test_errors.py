"""The calm pages say what happened and what to do, and give nothing away."""

import logging

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory

from config import errors


def request(path="/anything/", **cookies):
    made = RequestFactory().get(path)
    made.COOKIES.update(cookies)
    return made


def test_a_missing_page_says_so_without_repeating_its_address(client, db):
    answer = client.get("/no-such-canary/")

    words = answer.content.decode()
    assert answer.status_code == 404
    assert "There is no page at this address" in words and "canary" not in words


def test_an_unreadable_request_is_answered_without_the_database():
    answer = errors.bad_request(request())

    assert answer.status_code == 400 and b"Nothing was changed" in answer.content


def test_a_broken_page_names_a_reference_that_is_in_the_log(caplog):
    with caplog.at_level(logging.ERROR, logger="bali.errors"):
        answer = errors.server_error(request(sessionid="canary"))

    [record] = caplog.records
    assert answer.status_code == 500
    assert record.reference in answer.content.decode() and "canary" not in answer.content.decode()


def test_a_refusal_gives_its_reason_and_the_way_in(db):
    answer = errors.refused(request(), PermissionDenied("Only moderators decide reports."))

    assert answer.status_code == 403 and b"Only moderators decide reports." in answer.content


def test_a_form_without_its_token_is_refused_and_its_text_not_repeated(db):
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"email": "canary@cast.example"})

    assert answer.status_code == 403
    assert b"Please send that again" in answer.content and b"canary" not in answer.content


@pytest.mark.parametrize("path", ["/accounts/login/", "/cms/login/", "/cms/account/"])
def test_no_secret_comes_back_while_the_database_is_away(path):
    """A password of several words is the good kind."""
    secrets = {"password": "canary horse battery", "text": "canary too"}

    answer = errors.away(RequestFactory().post(path, secrets), "abcd")

    assert answer.status_code == 503 and b"canary" not in answer.content


@pytest.mark.parametrize("name", ["password", "old_password1", "login-password", "recovery_code", "otp", "my-Token"])
def test_nor_does_a_field_of_a_secrets_name_on_any_page(name):
    answer = errors.away(RequestFactory().post("/m/t/abc/", {name: "canary horse battery", "body": "Kept"}), "abcd")

    assert b"canary" not in answer.content and b"Kept" in answer.content
