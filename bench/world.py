"""The world that is measured: a throw-away PostgreSQL database with members, their sessions, rooms and threads."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

import psycopg

from bench.servers import ROOT

POSTGRES = os.environ.get("BENCH_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")
REDIS = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379/0")


@dataclass
class World:
    """Where the house finds its things, and who may listen where. `pages` are those of the threads."""

    environment: dict[str, str]
    cookies: list[str]
    rooms: list[str]
    threads: list[int]
    pages: list[str]
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
        made = json.loads(run(environment, "-m", "bench.inside.seed", str(people), str(rooms)))
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
    with psycopg.connect(POSTGRES, autocommit=True) as connection:
        connection.execute(sql)
