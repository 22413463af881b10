"""The door from outside: browsers that are nobody yet, and the letters that were written."""

import re
from collections.abc import Callable

import pytest
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
