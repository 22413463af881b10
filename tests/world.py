"""The demo world, built once per state of the source and copied for each run that needs people to look at."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from config.demo import World
from config.env import ROOT, VAR
from tests.running import House

KEPT = VAR / "test-templates"
SOURCES = ("config", "network", "editorial", "forum", "events")


def fingerprint() -> str:
    """What the world is made from: our source, the demo's data, and the week its dates are moved to."""
    found = hashlib.sha256(World().today.isoformat().encode())
    for wing in SOURCES:
        for path in sorted((ROOT / wing).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                found.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return found.hexdigest()[:16]


def copy_of_world(folder: Path) -> str:
    """Put database and media of the demo world into a folder. Gives the database's address."""
    KEPT.mkdir(parents=True, exist_ok=True)
    made = KEPT / f"world-{fingerprint()}"
    with FileLock(KEPT / "world.lock"):
        if not made.exists():
            for older in KEPT.glob("world-*"):
                shutil.rmtree(older, ignore_errors=True)
            _build(made)
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return f"sqlite:///{folder / 'bali.sqlite3'}"


def _build(made: Path) -> None:
    draft = made.with_name(f"draft-{os.getpid()}")
    database = draft / "bali.sqlite3"
    draft.mkdir()
    house = House(draft, f"sqlite:///{database}")
    house.manage("migrate", "--verbosity", "0")
    house.manage("demo")
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    draft.rename(made)


def cookies(house: House) -> dict[str, str]:
    """A signed-in session for each of the cast: handle and cookie. Made in a process of its own, because the
    browser library's loop and the ORM do not share one."""
    command = [sys.executable, "-m", "tests.services.cookies"]
    said = subprocess.run(command, cwd=ROOT, env=house.environment, check=True, stdout=subprocess.PIPE).stdout
    return json.loads(said)
