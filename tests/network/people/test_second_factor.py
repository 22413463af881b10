"""Desks and the CMS open only to staff who have shown a second factor."""

from django.test import Client

from tests.cast import BACKEND


def test_staff_with_their_second_factor_pass(finn):
    answer = finn.client.get("/m/desk/")

    assert "/2fa/" not in answer.get("Location", "")


def test_staff_without_it_are_led_to_it(finn):
    browser = Client()
    browser.force_login(finn.person, backend=BACKEND)

    answers = [browser.get(path).get("Location", "") for path in ("/m/desk/", "/cms/")]

    assert all("/2fa/" in goal for goal in answers), answers
