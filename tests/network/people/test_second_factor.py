"""Desks and the CMS open only to staff who have shown a second factor."""

from django.test import Client

from tests.cast import BACKEND
from tests.factories.forum import make_thread


def test_staff_with_their_second_factor_pass(finn):
    answer = finn.client.get("/m/desk/")

    assert "/2fa/" not in answer.get("Location", "")


def test_staff_without_it_are_led_to_it(finn):
    browser = Client()
    browser.force_login(finn.person, backend=BACKEND)

    answers = [browser.get(path).get("Location", "") for path in ("/m/desk/", "/cms/")]

    assert all("/2fa/" in goal for goal in answers), answers


def test_an_office_does_not_count_before_its_factor_is_shown(dina, ada):
    thread = make_thread(ada.viewer)
    browser = Client()
    browser.force_login(dina.person, backend=BACKEND)

    refused = browser.post(f"/m/t/{thread.public_id}/closing/")
    thread.refresh_from_db()
    assert refused.status_code == 403 and thread.closed_at is None
    assert "/m/desk/reports/" in browser.get("/m/").text

    dina.client.post(f"/m/t/{thread.public_id}/closing/")
    thread.refresh_from_db()
    assert thread.closed_at is not None


def test_an_office_alone_still_opens_the_door_to_its_desks(finn):
    browser = Client()
    browser.force_login(finn.person, backend=BACKEND)

    assert browser.get("/m/").status_code == 200
