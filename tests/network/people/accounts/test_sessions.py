"""Who is signed in where, and what ends it (A13)."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from network.people.actions.suspension import suspend
from network.people.demo import PASSWORD
from network.people.signals import access_changed

NEW = "four quiet words here"


@pytest.fixture
def looked_again() -> list[int]:
    """Whom rooms above were told to look at again."""
    heard: list[int] = []

    def keep(sender, signal, person_id, **_) -> None:
        heard.append(person_id)

    access_changed.connect(keep)
    yield heard
    access_changed.disconnect(keep)


@pytest.fixture
def two_devices(ada, with_password) -> tuple[Client, Client]:
    """Ada at work and on her phone."""
    ada.person.authenticator_set.all().delete()
    both = Client(), Client()
    for device in both:
        with_password(device, ada.person.email, PASSWORD)
        device.get("/accounts/")
    return both


def is_in(device: Client) -> bool:
    return device.get("/accounts/").status_code == 200


def test_a_new_password_ends_the_others(ada, two_devices, looked_again, on_commit):
    here, there = two_devices

    with on_commit():
        response = here.post(
            "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
        )

    assert response.status_code == 302
    assert (is_in(here), is_in(there)) == (True, False)
    assert ada.person.pk in looked_again


def test_sign_out_everywhere_else(two_devices):
    here, there = two_devices

    here.post("/accounts/sessions/")

    assert (is_in(here), is_in(there)) == (True, False)


def test_signing_out_makes_the_device_forget(ada, two_devices, looked_again, on_commit):
    here, _ = two_devices

    with on_commit():
        response = here.post("/accounts/logout/")

    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_in(here)
    assert looked_again == [ada.person.pk]
    assert UserSession.objects.filter(user=ada.person).count() == 1


def test_a_link_does_not_sign_out(two_devices):
    here, _ = two_devices

    assert here.get("/accounts/logout/").status_code == 200
    assert is_in(here)


def test_a_suspension_ends_all(ada, two_devices):
    suspend(person=ada.person, by=None)

    assert [is_in(device) for device in two_devices] == [False, False]
    assert not UserSession.objects.filter(user=ada.person).exists()


def test_a_reset_ends_all_and_still_asks_the_second_factor(dina, letters, code_of):
    elsewhere = dina.client
    assert is_in(elsewhere)
    browser = Client()
    browser.post("/accounts/password/reset/", {"email": dina.person.email})
    browser.post("/accounts/password/reset/confirm/", {"code": code_of(letters[0])})

    browser.post("/accounts/password/reset/complete/", {"password1": NEW, "password2": NEW})
    response = browser.post("/accounts/login/", {"login": dina.person.email, "password": NEW})

    assert response["Location"].startswith("/accounts/2fa/authenticate/")
    assert not is_in(elsewhere)
