"""The migrated template database: made once per set of migrations, then copied in milliseconds.

Migrating from nothing costs about twenty seconds; every worker of every run would pay it. The template's name is a
hash of all that could change its shape, so it can never be stale. Wagtail's own first rows (root page, locale, groups)
are part of it, which is also why no test of the fast suite may be transactional: flushing would wipe them.
"""

import hashlib
import os
import shutil
import sys
from importlib.metadata import version
from pathlib import Path
from uuid import uuid4

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from filelock import FileLock

from config.env import VAR

TEMPLATES = VAR / "test-templates"
LIBRARIES = ("Django", "wagtail", "django-allauth", "django-taggit", "django-tasks-db")


def fingerprint() -> str:
    """What the template's shape depends on, as sixteen letters."""
    found = hashlib.sha256(sys.version.encode())
    for library in LIBRARIES:
        found.update(f"{library}=={version(library)}".encode())
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        for migration in sorted(Path(config.path).glob("migrations/*.py")):
            found.update(f"{config.label}/{migration.name}".encode())
            found.update(migration.read_bytes())
    return found.hexdigest()[:16]


def copy_of_template() -> str:
    """Point the default connection at a fresh copy of the template. Gives its name, to be dropped with `drop`."""
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    template = f"bali_template_{fingerprint()}"
    connection.close()
    with FileLock(TEMPLATES / f"{template}-{connection.vendor}.lock"):
        if connection.vendor == "sqlite":
            return _copy_file(template)
        return _copy_on_server(template)


def drop(name: str) -> None:
    """Remove a copy."""
    connection.close()
    if connection.vendor == "sqlite":
        for leftover in ("", "-wal", "-shm"):
            Path(name + leftover).unlink(missing_ok=True)
    else:
        _on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def connect_to(name: str) -> None:
    """Point the default connection at a database."""
    connection.close()
    connection.settings_dict["NAME"] = name


def _copy_file(template: str) -> str:
    made = TEMPLATES / f"{template}.sqlite3"
    if not made.exists():
        draft = TEMPLATES / f"{template}.{os.getpid()}.draft"
        _migrate(str(draft))
        os.replace(draft, made)
        _forget_older(made)
    copies = VAR / "test-databases"
    copies.mkdir(exist_ok=True)
    copy = str(copies / f"{uuid4().hex}.sqlite3")
    shutil.copyfile(made, copy)
    connect_to(copy)
    return copy


def _forget_older(made: Path) -> None:
    """Keep the three newest templates: branches come and go, and each weighs two megabytes."""
    known = sorted(TEMPLATES.glob("bali_template_*.sqlite3"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in known[3:]:
        if path != made:
            path.unlink(missing_ok=True)


def _copy_on_server(template: str) -> str:
    if not _on_server("SELECT 1 FROM pg_database WHERE datname = %s", template):
        draft = f"{template}_draft"
        _on_server(f'DROP DATABASE IF EXISTS "{draft}" WITH (FORCE)')
        _on_server(f'CREATE DATABASE "{draft}"')
        _migrate(draft)
        _on_server(f'ALTER DATABASE "{draft}" RENAME TO "{template}"')
    copy = f"bali_test_{uuid4().hex[:16]}"
    _on_server(f'CREATE DATABASE "{copy}" TEMPLATE "{template}"')
    connect_to(copy)
    return copy


def _migrate(name: str) -> None:
    connect_to(name)
    call_command("migrate", verbosity=0, interactive=False)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            # One file, without the two of the write-ahead log, is what can be copied.
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("PRAGMA journal_mode=DELETE")
    connection.close()


def _on_server(statement: str, *values: str) -> bool:
    """Run one statement outside our own databases; says whether it found a row."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement, values or None)
        return bool(cursor.description and cursor.fetchone())
