"""Fault tests own their database: what they do is committed, seen by other processes, and thrown away afterwards."""

import threading
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.db import connection, connections

from tests import database
from tests.running import House


@pytest.fixture
def own_database(django_db_setup, django_db_blocker) -> Iterator[str]:
    """A fresh copy of the migrated template, without a transaction around the test."""
    shared = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        copy = database.copy_of_template()
        yield copy
        connections.close_all()
        database.drop(copy)
        database.connect_to(shared)


@pytest.fixture
def db(own_database) -> None:
    """The cast asks for `db`; here it is the database of their own, where commits are commits."""


@pytest.fixture
def database_url(own_database) -> str:
    """The address under which another process finds this test's database."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{own_database}"
    known = connection.settings_dict
    password = f":{known['PASSWORD']}" if known["PASSWORD"] else ""
    host = f"{known['HOST'] or 'localhost'}:{known['PORT'] or 5432}"
    return f"postgres://{known['USER']}{password}@{host}/{own_database}"


@pytest.fixture
def house(tmp_path, database_url) -> Iterator[House]:
    """A house without processes yet: `house.start_web()`, `house.start_worker()`, `house.kill(...)`."""
    with House(tmp_path / "house", database_url, settings.REDIS_URL) as house:
        house.extra["REDIS_PREFIX"] = f"house-{own_prefix(tmp_path)}"
        yield house


def own_prefix(path) -> str:
    return "".join(letter for letter in str(path)[-40:] if letter.isalnum())


@pytest.fixture
def at_once() -> Callable[[list[Callable]], list]:
    """Run functions in threads that start together. Gives each one's result, or the exception it raised."""

    def run(functions: list[Callable]) -> list:
        gate = threading.Barrier(len(functions))
        results: list = [None] * len(functions)

        def one(number: int, function: Callable) -> None:
            gate.wait(30)
            try:
                results[number] = function()
            except Exception as error:  # noqa: BLE001 - the test looks at what was raised
                results[number] = error
            finally:
                connections.close_all()

        threads = [threading.Thread(target=one, args=(n, function)) for n, function in enumerate(functions)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(120)
        return results

    return run
