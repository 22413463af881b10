"""The world whose pages are measured: a throw-away PostgreSQL database with the demo in it, grown on demand."""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from bench.world import POSTGRES, REDIS, in_postgres, run


@dataclass
class PageWorld:
    """`paths` names the pages by what they are; `cookies` are sessions of members, the first one the reader's."""

    environment: dict[str, str]
    paths: dict[str, str] = field(default_factory=dict)
    cookies: list[str] = field(default_factory=list)

    def grow(self, **sizes: int) -> None:
        """Add content until there is this much of each kind."""
        said = run(self.environment, "-m", "bench.inside.content", json.dumps(sizes))
        made = json.loads(said)
        self.paths, self.cookies = made["paths"], made["cookies"]

    def tell(self, *words: str) -> str:
        """Do something inside the house; gives what it said last."""
        return run(self.environment, "-m", "bench.inside.deeds", *words)


@contextmanager
def page_world() -> Iterator[PageWorld]:
    """A fresh database and folder for the length of a block."""
    name = f"bali_bench_pages_{os.getpid()}"
    with tempfile.TemporaryDirectory(prefix="bali-bench-") as folder:
        environment = {
            "DATABASE_URL": urlunsplit(urlsplit(POSTGRES)._replace(path=f"/{name}")),
            "DATABASE_POOL": "8",
            "REDIS_URL": REDIS,
            "REDIS_PREFIX": name,
            "DJANGO_SETTINGS_MODULE": "bench.counted",
            "VAR_DIR": folder,
        }
        in_postgres(f'create database "{name}"')
        try:
            run(environment, "manage.py", "migrate", "--verbosity", "0")
            run(environment, "manage.py", "demo")
            run(environment, "manage.py", "collectstatic", "--no-input", "--verbosity", "0")
            yield PageWorld(environment)
        finally:
            in_postgres(f'drop database if exists "{name}" with (force)')
