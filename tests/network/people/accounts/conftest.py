"""The door from outside: browsers that are nobody yet, and the letters that were written."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa import app_settings
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from network.people.signals import letter_written


@pytest.fixture
def letters() -> list[dict]:
    """Every account letter written during the test, as the room of notices hears of it."""
    heard: list[dict] = []

    def keep(sender, signal, **letter) -> None:
        heard.append(letter)

    letter_written.connect(keep)
    yield heard
    letter_written.disconnect(keep)


@pytest.fixture
def code_of() -> Callable[[dict], str]:
    """The six digits a letter carries."""
    return lambda letter: "".join(re.search(r"(\d{3}) (\d{3})", letter["text"]).groups())


@pytest.fixture
def browser() -> Client:
    return Client()


def sign_in_by_password(client: Client, address: str, password: str, **more):
    return client.post("/accounts/login/", {"login": address, "password": password, **more})


@pytest.fixture
def with_password() -> Callable:
    return sign_in_by_password


@pytest.fixture
def app_shows() -> Callable[[str], str]:
    """What an authenticator app with this secret shows now."""
    return lambda secret: totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // app_settings.TOTP_PERIOD))
