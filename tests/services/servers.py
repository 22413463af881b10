"""Private PostgreSQL and Redis servers, made for one run and thrown away after it."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from glob import glob
from pathlib import Path

PLACES = ("/usr/lib/postgresql/*/bin", "/usr/local/opt/postgresql*/bin", "/opt/homebrew/opt/postgresql*/bin")
# Nothing of a throw-away server needs to survive a power cut.
HASTE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "300"}


def program(name: str) -> str | None:
    """Where a program is, in the path or where packages hide it; the newest of several."""
    hidden = sorted(path for place in PLACES for path in glob(f"{place}/{name}"))
    return hidden[-1] if hidden else shutil.which(name)


def lacking() -> list[str]:
    """The Debian packages of what is not here and not given by the environment."""
    packages = []
    if not os.environ.get("DATABASE_URL") and not program("initdb"):
        packages.append("postgresql")
    if not os.environ.get("REDIS_URL") and not program("redis-server"):
        packages.append("redis-server")
    return packages


def install(packages: list[str]) -> bool:
    """Install with apt where this user may; says whether nothing is lacking any more."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
    subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], check=False, **quiet)
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def as_nobody_special() -> dict:
    """PostgreSQL refuses to run as root; there the server runs as its own user, or as nobody."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    account = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


class Postgres:
    """A server in a folder of its own under the system's temporary one, to stop and to start again."""

    def __init__(self) -> None:
        self.demoted = as_nobody_special()
        self.home, self.port = Path(tempfile.mkdtemp(prefix="bali-postgres-")), free_port()
        if self.demoted:
            os.chown(self.home, self.demoted["user"], self.demoted["group"])
        make = [program("initdb"), "-D", self.home / "data", "-U", "bali", "-A", "trust", "-E", "UTF8"]
        subprocess.run([*make, "--locale=C.UTF-8", "--no-sync"], check=True, stdout=subprocess.DEVNULL, **self.at_home)
        self.start()
        self.run("createdb", "bali")

    @property
    def at_home(self) -> dict:
        return self.demoted | {"cwd": self.home}

    @property
    def url(self) -> str:
        return f"postgres://bali@127.0.0.1:{self.port}/bali"

    def start(self) -> None:
        options = [part for name, value in HASTE.items() for part in ("-c", f"{name}={value}")]
        place = ["-p", str(self.port), "-k", self.home, "-h", "127.0.0.1"]
        words = [program("postgres"), "-D", self.home / "data", *place, *options]
        log = (self.home / "log").open("a")
        self.server = subprocess.Popen(words, stderr=log, stdout=subprocess.DEVNULL, **self.at_home)
        wait_for(self.port, self.server)

    def stop(self) -> None:
        """Whoever is connected is cut off."""
        self.server.send_signal(signal.SIGINT)
        self.server.wait(30)

    def run(self, name: str, *words: str, **more) -> None:
        """One of the server's own programs."""
        place = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "bali"]
        subprocess.run([program(name), *place, *words], check=True, **more)

    def throw_away(self) -> None:
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)


@contextmanager
def postgres() -> Iterator[str]:
    """Yields the DATABASE_URL of a server that is thrown away afterwards."""
    server = Postgres()
    try:
        yield server.url
    finally:
        server.throw_away()


@contextmanager
def redis() -> Iterator[str]:
    """A server that writes nothing to disk. Yields its REDIS_URL."""
    port = free_port()
    run = [program("redis-server"), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    server = subprocess.Popen(run, stdout=subprocess.DEVNULL)
    try:
        wait_for(port, server)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait(30)


def wait_for(port: int, server: subprocess.Popen, seconds: float = 30) -> None:
    """Until somebody answers. Raises RuntimeError when the server has ended or the time is over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                time.sleep(0.3)
                return
        time.sleep(0.1)
    raise RuntimeError(f"{server.args[0]} did not start")
