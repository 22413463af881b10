"""The web processes as `deploy/web.sh` starts them, behind a socket file."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from config.env import ROOT
from network.people.models import User
from tests.factories.forum import make_thread
from tests.running import House, session_cookie

# Beside the web processes Python keeps one that looks after what they share.
KEEPERS = 1


class Line(http.client.HTTPConnection):
    """HTTP over a file, as the proxy speaks it."""

    def __init__(self, door: Path) -> None:
        super().__init__("localhost", timeout=10)
        self.door = door

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(10)
        self.sock.connect(str(self.door))


@pytest.fixture
def door() -> Iterator[Path]:
    """A path short enough for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="bali-"))
    yield folder / "web.sock"
    shutil.rmtree(folder)


def start(house: House, door: Path, script: Path = ROOT / "deploy" / "web.sh") -> subprocess.Popen:
    """`web.sh` in a process group of its own. It may still be starting when this returns."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = house.environment | {"PATH": path, "SOCKET_FILE": str(door), "WEB_PROCESSES": "2"}
    process = subprocess.Popen(
        ["sh", str(script)], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL, start_new_session=True
    )
    house.processes.append(process)
    return process


def answer(process: subprocess.Popen, door: Path, path: str, **headers: str) -> http.client.HTTPResponse:
    """The answer of a server that may still be starting. Raises RuntimeError when it has ended."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("the server ended")
        try:
            line = Line(door)
            line.request("GET", path, headers=headers)
            return line.getresponse()
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("the server does not answer")


def children_of(process: subprocess.Popen) -> set[str]:
    return set(Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split())


def kill(process: subprocess.Popen) -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(10)


def headers_of(person: User) -> dict[str, str]:
    return {"Cookie": f"{settings.SESSION_COOKIE_NAME}={session_cookie(person)}"}


def test_pages_and_sockets_come_by_a_file_also_after_a_kill(house, ada, door):
    space = make_thread(ada.viewer).space.public_id
    first = start(house, door)
    assert answer(first, door, "/healthz").status == 200
    kill(first)
    assert door.exists()

    second = start(house, door)

    assert answer(second, door, "/m/", **headers_of(ada.person)).status == 200
    asking = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    asking |= {"Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==", "Origin": "http://localhost"}
    assert answer(second, door, f"/m/live/socket/{space}/", **headers_of(ada.person), **asking).status == 101


def test_who_leaves_the_file_of_the_killed_there_does_not_start(house, door, tmp_path):
    script = (ROOT / "deploy" / "web.sh").read_text(encoding="utf-8")
    careless = tmp_path / "web.sh"
    careless.write_text(script.replace('rm -f "$SOCKET_FILE"', ":").replace('"$(dirname "$0")/.."', f'"{ROOT}"'))
    first = start(house, door, careless)
    assert answer(first, door, "/healthz").status == 200
    kill(first)

    with pytest.raises(RuntimeError, match="ended"):
        answer(start(house, door, careless), door, "/healthz")


def test_renewed_one_after_the_other_somebody_always_answers(house, door):
    process = start(house, door)
    assert answer(process, door, "/healthz").status == 200
    before = children_of(process)

    process.send_signal(signal.SIGHUP)

    until = time.monotonic() + 60
    while len(before & children_of(process)) > KEEPERS and time.monotonic() < until:
        assert answer(process, door, "/healthz").status == 200
    assert len(before & children_of(process)) == KEEPERS
    assert answer(process, door, "/healthz").status == 200
