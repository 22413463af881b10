"""Private PostgreSQL and Redis servers, made for one run and thrown away after it."""

import os
import pwd
import shutil
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


@contextmanager
def postgres() -> Iterator[str]:
    """A server in a folder of its own under the system's temporary one. Yields its DATABASE_URL."""
    demoted = as_nobody_special()
    home = Path(tempfile.mkdtemp(prefix="bali-postgres-"))
    if demoted:
        os.chown(home, demoted["user"], demoted["group"])
    data, port = home / "data", free_port()
    quiet = demoted | {"cwd": home, "stdout": subprocess.DEVNULL}
    make = [program("initdb"), "-D", data, "-U", "bali", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(make, check=True, **quiet)
    options = [part for name, value in HASTE.items() for part in ("-c", f"{name}={value}")]
    run = [program("postgres"), "-D", data, "-p", str(port), "-k", home, "-h", "127.0.0.1", *options]
    server = subprocess.Popen(run, stderr=(home / "log").open("w"), **quiet)
    try:
        wait_for(port, server)
        subprocess.run([program("createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", "bali", "bali"], check=True)
        yield f"postgres://bali@127.0.0.1:{port}/bali"
    finally:
        server.terminate()
        server.wait(30)
        shutil.rmtree(home, ignore_errors=True)


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
