"""What every test may count on: a migrated database rolled back after each test, the cast, and nothing left over."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest
from django.conf import settings as configured
from django.core.cache import cache, caches
from django.test import TestCase, override_settings

from tests import database
from tests.cast import ada, bola, cem, dina, efe, eve, finn, maya, outsider  # noqa: F401

ON_ITS_OWN_DATABASE = ("tests/faults/", "tests/journeys/")
IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker) -> Iterator[None]:
    """Each worker has its own copy of the migrated template."""
    with django_db_blocker.unblock():
        copy = database.copy_of_template()
    yield
    with django_db_blocker.unblock():
        database.drop(copy)


@pytest.fixture(scope="session", autouse=True)
def _own_corner(tmp_path_factory) -> Iterator[None]:
    """Files and cache keys of this worker alone."""
    changed = {"MEDIA_ROOT": str(tmp_path_factory.mktemp("media"))}
    if configured.REDIS_URL:
        corner = f"test-{os.getpid()}"
        default = configured.CACHES["default"]
        changed["CACHES"] = configured.CACHES | {"default": default | {"KEY_PREFIX": corner}}
        layer = configured.CHANNEL_LAYERS["default"]
        changed["CHANNEL_LAYERS"] = {"default": layer | {"CONFIG": layer["CONFIG"] | {"prefix": corner}}}
    with override_settings(**changed):
        yield


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Rate limits and cached answers of an earlier test are not this test's."""
    caches["pages"].clear()
    if not configured.REDIS_URL:
        cache.clear()
        return
    # Other workers share the server: only our own corner is swept.
    client = cache._cache.get_client(None, write=True)
    if keys := list(client.scan_iter(f"{cache.key_prefix}:*")):
        client.delete(*keys)


@pytest.fixture
def on_commit() -> Callable[[], AbstractContextManager[list]]:
    """`with on_commit():` runs what was to happen after commit, though the test itself never commits."""
    return lambda: TestCase.captureOnCommitCallbacks(execute=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What speaks of PostgreSQL and Redis is left out without them; the second profile runs it."""
    if configured.REDIS_URL and "postgresql" in configured.DATABASES["default"]["ENGINE"]:
        return
    elsewhere = [item for item in items if item.get_closest_marker("services")]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """No transactional test outside the suites that own their database: it would wipe Wagtail's root page."""
    if item.nodeid.startswith(ON_ITS_OWN_DATABASE):
        return
    marked = item.get_closest_marker("django_db")
    transactional = bool(marked and (marked.kwargs.get("transaction") or (marked.args and marked.args[0])))
    if transactional or {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())):
        pytest.fail("transactional tests live in tests/faults, on a database of their own", pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Where CI is set a skip is a failure: a part that did not run has proved nothing."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail") and not item.get_closest_marker("may_skip"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and CI is set: {report.longrepr}"
    return report
