"""A production start with unsafe settings is refused, and every reason is named."""

import os
import subprocess
import sys

import pytest

from config.refusals import refusals
from tests.house.source import ROOT

SAFE = {
    "ALLOWED_HOSTS": ["network.example"],
    "BASE_URL": "https://network.example",
    "CACHE_BACKEND": "config.cache.SteadyRedisCache",
    "DATABASE_ENGINE": "django.db.backends.postgresql",
    "DEBUG": False,
    "DEMO_ALLOWED": False,
    "EMAIL_HOST": "mail.example",
    "FIELD_KEYS": ["k" * 8 + "abcdefghijklmnopqrstuvwxyz"],
    "REDIS_URL": "redis://:secret@redis.example:6379/0",
    "SEAL_KEYS": ["s" * 8 + "abcdefghijklmnopqrstuvwxyz"],
    "SECRET_KEY": "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "WEB_PROCESSES": 2,
}
LOCMEM = "django.core.cache.backends.locmem.LocMemCache"


def test_safe_settings_are_not_refused():
    assert refusals(SAFE) == []


@pytest.mark.parametrize(
    ("unsafe", "named"),
    [
        ({"DEBUG": True}, "DEBUG is on"),
        ({"SECRET_KEY": "only-for-development-and-the-demo-world-never-for-people"}, "development key"),
        ({"SECRET_KEY": "abcdefghijklmnopqrstuvwxyz"}, "SECRET_KEY is short"),
        ({"SECRET_KEY": "ab" * 40}, "SECRET_KEY is short or regular"),
        ({"SECRET_KEY": ""}, "SECRET_KEY is short"),
        ({"ALLOWED_HOSTS": []}, "ALLOWED_HOSTS is empty"),
        ({"ALLOWED_HOSTS": ["network.example", "*"]}, "ALLOWED_HOSTS has a *"),
        ({"BASE_URL": "http://network.example"}, "not an https:// address"),
        ({"BASE_URL": "https://elsewhere.example"}, "names a host that ALLOWED_HOSTS does not"),
        ({"DATABASE_ENGINE": "django.db.backends.sqlite3"}, "SQLite"),
        ({"REDIS_URL": "", "CACHE_BACKEND": LOCMEM}, "REDIS_URL is missing"),
        ({"CACHE_BACKEND": LOCMEM}, "cache is per process"),
        ({"CACHE_BACKEND": "django.core.cache.backends.dummy.DummyCache"}, "cache is per process"),
        ({"REDIS_URL": "redis://redis.example:6379/0"}, "no password"),
        ({"EMAIL_HOST": ""}, "EMAIL_URL is missing"),
        ({"FIELD_KEYS": []}, "FIELD_KEYS is missing"),
        ({"FIELD_KEYS": ["short"]}, "fewer than 32"),
        ({"SEAL_KEYS": []}, "SEAL_KEYS is missing"),
        ({"SEAL_KEYS": ["short"]}, "SEAL_KEYS has a key of fewer than 32"),
        ({"SEAL_KEYS": ["k" * 8 + "abcdefghijklmnopqrstuvwxyz"]}, "SEAL_KEYS shares a key"),
        ({"DEMO_ALLOWED": True}, "DEMO_ALLOWED is on"),
    ],
)
def test_an_unsafe_setting_is_refused_with_its_reason(unsafe, named):
    assert any(named in reason for reason in refusals(SAFE | unsafe)), refusals(SAFE | unsafe)


@pytest.mark.parametrize(
    "safe",
    [
        {"WEB_PROCESSES": 1, "REDIS_URL": "", "CACHE_BACKEND": LOCMEM},
        {"REDIS_URL": "redis://127.0.0.1:6379/0"},
        {"REDIS_URL": "unix:///run/redis/redis.sock"},
        {"ALLOWED_HOSTS": [".network.example"], "BASE_URL": "https://www.network.example"},
    ],
)
def test_what_is_safe_enough_starts(safe):
    assert refusals(SAFE | safe) == []


def production(**environment: str) -> subprocess.CompletedProcess:
    """Load the profile as a process of its own, with this environment and nothing else."""
    code = "import django; django.setup(); from django.conf import settings as s; print(s.SESSION_COOKIE_NAME)"
    surroundings = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings.production"}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=surroundings | environment, capture_output=True, text=True
    )


def test_the_bare_profile_refuses_and_lists_everything_at_once():
    answer = production()

    assert answer.returncode != 0
    for name in ("SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "DATABASE_URL", "EMAIL_URL", "FIELD_KEYS", "SEAL_KEYS"):
        assert f"- {name}" in answer.stderr


def test_the_full_profile_starts_with_host_cookies():
    answer = production(
        ALLOWED_HOSTS="network.example",
        BASE_URL="https://network.example",
        DATABASE_URL="postgres://bali:secret@127.0.0.1/bali",
        EMAIL_URL="smtp+tls://bali:secret@mail.example:587",
        FIELD_KEYS=SAFE["FIELD_KEYS"][0],
        REDIS_URL=SAFE["REDIS_URL"],
        SEAL_KEYS=SAFE["SEAL_KEYS"][0],
        SECRET_KEY=SAFE["SECRET_KEY"],
        WEB_PROCESSES="4",
    )

    assert answer.returncode == 0, answer.stderr[-2000:]
    assert answer.stdout.strip() == "__Host-session"
