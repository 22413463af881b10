"""A real house for tests that need one: its own processes, on a database and a folder of their own.

    with House(folder, database_url) as house:
        web = house.start_web()
        house.start_worker()
        house.kill(web)          # as with kill -9

The processes run the development profile with the key of the test process, so that a session made here opens a door
there.
"""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.test import Client
from filelock import FileLock

from config.env import ROOT, VAR
from network.people.models import User
from tests.cast import sign_in
from tests.services.servers import free_port

STATIC = VAR / "test-static"
QUICKLY = ("--timeout-graceful-shutdown", "2")


@dataclass
class Web:
    """One web process and where it answers."""

    process: subprocess.Popen
    port: int

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"


@dataclass
class House:
    """Processes that share a folder, a database and, where given, Redis. Leaving the `with` ends them all."""

    folder: Path
    database_url: str
    redis_url: str = ""
    extra: dict[str, str] = field(default_factory=dict)
    processes: list[subprocess.Popen] = field(default_factory=list)

    def __enter__(self) -> "House":
        self.folder.mkdir(parents=True, exist_ok=True)
        gathered = self.folder / "static"
        if not gathered.exists():
            gathered.symlink_to(gather_static())
        return self

    def __exit__(self, *_: object) -> None:
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "LC_ALL")}
        own = {
            "DJANGO_SETTINGS_MODULE": "config.settings.dev",
            "SECRET_KEY": settings.SECRET_KEY,
            "DATABASE_URL": self.database_url,
            "REDIS_URL": self.redis_url,
            "VAR_DIR": str(self.folder),
        }
        return kept | own | self.extra

    def start_web(self, port: int | None = None, *, log_level: str = "warning") -> Web:
        """A web process that answers when this returns."""
        port = port or free_port()
        words = ("-m", "config.web", "--port", str(port), "--log-level", log_level, *QUICKLY)
        web = Web(self._start(*words, BASE_URL=f"http://localhost:{port}"), port)
        wait_until_it_answers(web)
        return web

    def start_worker(self) -> subprocess.Popen:
        """A worker. It may still be starting when this returns."""
        return self._start("manage.py", "worker")

    def manage(self, *words: str) -> str:
        """Run a management command to its end and give what it said. Raises CalledProcessError when it fails."""
        command = [sys.executable, "manage.py", *words]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE, text=True
        ).stdout

    def kill(self, one: Web | subprocess.Popen) -> None:
        """As the power cut does it: no last word."""
        process = one.process if isinstance(one, Web) else one
        process.send_signal(signal.SIGKILL)
        process.wait(10)

    def _start(self, *words: str, **more: str) -> subprocess.Popen:
        log = (self.folder / f"process-{len(self.processes)}.log").open("w")
        process = subprocess.Popen(
            [sys.executable, *words], cwd=ROOT, env=self.environment | more, stdout=log, stderr=subprocess.STDOUT
        )
        self.processes.append(process)
        return process


def gather_static() -> Path:
    """The static files, gathered once for all houses of a run."""
    VAR.mkdir(exist_ok=True)
    with FileLock(VAR / "test-static.lock"):
        newest = max(path.stat().st_mtime for path in (ROOT / "assets").rglob("*"))
        manifest = STATIC / "static" / "staticfiles.json"
        if not manifest.exists() or manifest.stat().st_mtime < newest:
            environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.dev", "VAR_DIR": str(STATIC)}
            command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--clear", "--verbosity", "0"]
            subprocess.run(command, cwd=ROOT, env=environment, check=True)
    return STATIC / "static"


def wait_until_it_answers(web: Web, seconds: float = 40) -> None:
    """Raises RuntimeError when the process has ended, TimeoutError when it stays silent."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if web.process.poll() is not None:
            raise RuntimeError("the web process ended while starting; its log lies in the house's folder")
        try:
            with urllib.request.urlopen(f"{web.url}/healthz", timeout=2):
                return
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
    raise TimeoutError("the web process did not answer")


def session_cookie(person: User) -> str:
    """A signed-in session of this person, second factor done, as the cookie's value."""
    browser = Client()
    sign_in(browser, person)
    return browser.cookies[settings.SESSION_COOKIE_NAME].value
