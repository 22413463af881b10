"""Why a production start is refused. Unsafe settings are not warned about: the house stays shut and says why."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

LOOPBACK = {"localhost", "127.0.0.1", "::1", ""}
SHORTEST_KEY = 50
Values = Mapping[str, Any]


def refusals(values: Values) -> list[str]:
    """All reasons at once, so that they are mended in one go. Empty means safe to start."""
    return [words for is_unsafe, words in REASONS if is_unsafe(values)]


def _processes(values: Values) -> bool:
    return values["WEB_PROCESSES"] > 1


def _weak_key(values: Values) -> bool:
    key = values["SECRET_KEY"]
    return len(key) < SHORTEST_KEY or len(set(key)) < 10


def _default_key(values: Values) -> bool:
    return any(words in values["SECRET_KEY"] for words in ("only-for-development", "set by each", "django-insecure"))


def _open_redis(values: Values) -> bool:
    goal = urlsplit(values["REDIS_URL"])
    return bool(values["REDIS_URL"]) and goal.scheme != "unix" and goal.hostname not in LOOPBACK and not goal.password


def _unshared(values: Values) -> bool:
    return _processes(values) and ("locmem" in values["CACHE_BACKEND"] or "dummy" in values["CACHE_BACKEND"])


def _plain_address(values: Values) -> bool:
    goal = urlsplit(values["BASE_URL"])
    return goal.scheme != "https" or not goal.hostname


def _foreign_address(values: Values) -> bool:
    host = urlsplit(values["BASE_URL"]).hostname or ""
    return not any(host == name or (name.startswith(".") and host.endswith(name)) for name in values["ALLOWED_HOSTS"])


def _shared_key(values: Values) -> bool:
    return bool({*values["SEAL_KEYS"]} & {*values["FIELD_KEYS"], values["SECRET_KEY"]})


REASONS: list[tuple[Callable[[Values], bool], str]] = [
    (lambda v: v["DEBUG"], "DEBUG is on: error pages would show settings and people's data. Unset it."),
    (_default_key, "SECRET_KEY is the development key: anybody could sign in as anybody. Set an own one."),
    (_weak_key, f"SECRET_KEY is short or regular: at least {SHORTEST_KEY} random characters are needed."),
    (lambda v: not v["ALLOWED_HOSTS"], "ALLOWED_HOSTS is empty: name the hosts this site answers to."),
    (lambda v: any("*" in host for host in v["ALLOWED_HOSTS"]), "ALLOWED_HOSTS has a *: name each host."),
    (_plain_address, "BASE_URL is not an https:// address: sign-in links and cookies would travel in clear."),
    (_foreign_address, "BASE_URL names a host that ALLOWED_HOSTS does not."),
    (lambda v: "sqlite" in v["DATABASE_ENGINE"], "DATABASE_URL is SQLite or missing: production runs on PostgreSQL."),
    (
        lambda v: _processes(v) and not v["REDIS_URL"],
        "REDIS_URL is missing, and several processes must hear each other.",
    ),
    (_unshared, "The cache is per process, and with several processes rate limits would not count. Set REDIS_URL."),
    (_open_redis, "REDIS_URL has no password and is not on this machine: anybody near could read and ring it."),
    (lambda v: not v["EMAIL_HOST"], "EMAIL_URL is missing: nobody could confirm an address or reset a password."),
    (lambda v: not v["FIELD_KEYS"], "FIELD_KEYS is missing: second-factor secrets need a key of their own."),
    (lambda v: any(len(key) < 32 for key in v["FIELD_KEYS"]), "FIELD_KEYS has a key of fewer than 32 characters."),
    (lambda v: not v["SEAL_KEYS"], "SEAL_KEYS is missing: who is behind a pen name needs a key of its own."),
    (lambda v: any(len(key) < 32 for key in v["SEAL_KEYS"]), "SEAL_KEYS has a key of fewer than 32 characters."),
    (_shared_key, "SEAL_KEYS shares a key with FIELD_KEYS or SECRET_KEY: whoever has those could open seals."),
    (lambda v: v["DEMO_ALLOWED"], "DEMO_ALLOWED is on: invented people must not meet real ones."),
]
