"""Reads the environment, typed, and loud when a value is wrong. The only place that looks at it."""

from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parent.parent

_env = environ.Env()
# Everything that is written while running: uploads, gathered static files, and the database file of the laptop.
VAR = Path(_env.str("VAR_DIR", default=str(ROOT / "var")))


def text(name: str, default: str | None = None) -> str:
    """The value of a variable. Raises ImproperlyConfigured when it is missing and has no default."""
    return _env.str(name) if default is None else _env.str(name, default=default)


def flag(name: str, default: bool = False) -> bool:
    """A yes or no value: 1, true, yes and on mean yes."""
    return _env.bool(name, default=default)


def number(name: str, default: int) -> int:
    """A whole number."""
    return _env.int(name, default=default)


def words(name: str, default: list[str]) -> list[str]:
    """A comma separated list."""
    return _env.list(name, default=default)


def database(default: str) -> dict:
    """Django's database dictionary for DATABASE_URL."""
    return _env.db_url("DATABASE_URL", default=default)


def mail() -> dict:
    """Django's mail settings for EMAIL_URL (smtp+tls://user:password@host:587); empty where it is missing."""
    if not (url := text("EMAIL_URL", "")):
        return {}
    found = _env.email_url_config(url)
    return {name: value for name, value in found.items() if value not in (None, "") and name != "EMAIL_BACKEND"}
