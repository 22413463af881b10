"""The world that is measured: a throw-away PostgreSQL database with members, their sessions, rooms and threads.

`python -m bench.world PEOPLE ROOMS` fills the migrated database of DATABASE_URL and prints what was made, as JSON.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

from bench.servers import ROOT

POSTGRES = os.environ.get("BENCH_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379/0")


@dataclass
class World:
    """Where the house finds its things, and who may listen where."""

    environment: dict[str, str]
    cookies: list[str]
    rooms: list[str]
    threads: list[int]
    author: int


@contextmanager
def world(people: int, rooms: int) -> Iterator[World]:
    """A fresh database for the length of a block."""
    name = f"bali_bench_{os.getpid()}"
    environment = {
        "DATABASE_URL": urlunsplit(urlsplit(POSTGRES)._replace(path=f"/{name}")),
        "REDIS_URL": REDIS,
        "REDIS_PREFIX": name,
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", ""),
    }
    in_postgres(f'create database "{name}"')
    try:
        run(environment, "manage.py", "migrate", "--verbosity", "0")
        made = json.loads(run(environment, "-m", "bench.world", str(people), str(rooms)))
        yield World(environment, **made)
    finally:
        in_postgres(f'drop database if exists "{name}" with (force)')


def run(environment: dict[str, str], *words: str) -> str:
    """Run Python with these words to its end; gives the last line it said."""
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=os.environ | environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return (done.stdout.splitlines() or [""])[-1]


def in_postgres(sql: str) -> None:
    import psycopg

    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(sql)


def fill(people: int, rooms: int) -> dict:
    """Members with sessions, in rooms with a thread each."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    from forum.spaces.models import Space
    from forum.talk.actions.thread import open_thread
    from network.access.viewer import viewer_of
    from network.people.models import Role, RoleKind, User

    now = timezone.now()
    users = User.objects.bulk_create(
        User(email=f"bench{n}@bench.example", name=f"Listener {n}", password=f"!{uuid4()}") for n in range(people)
    )
    Role.objects.bulk_create(Role(person=user, kind=RoleKind.ALUMNA, scope="C01") for user in users)
    sessions, store = [], SessionStore()
    for user in users:
        data = {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: "allauth.account.auth_backends.AuthenticationBackend",
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
        sessions.append(
            Session(session_key=uuid4().hex, session_data=store.encode(data), expire_date=now + timedelta(days=1))
        )
    Session.objects.bulk_create(sessions)
    by = viewer_of(users[0])
    spaces = [Space.objects.create(name=f"Room {n}", audience="members") for n in range(rooms)]
    threads = [
        open_thread(by=by, space=space, title="Measured", body="Begin.", key=uuid4(), at=now) for space in spaces
    ]
    return {
        "cookies": [f"sessionid={session.session_key}" for session in sessions],
        "rooms": [space.public_id for space in spaces],
        "threads": [thread.pk for thread in threads],
        "author": users[0].pk,
    }


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(fill(int(sys.argv[1]), int(sys.argv[2]))))
