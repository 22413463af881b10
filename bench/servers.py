"""Starts what is measured, each server fresh, and reads what it used."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.doors import Door, address_of, line_to

ROOT = Path(__file__).resolve().parent.parent
TICKS = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def end(process: subprocess.Popen) -> None:
    """Ask a process to end, and insist."""
    process.terminate()
    try:
        process.wait(8)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(5)


@dataclass
class Server:
    """One server process and its children."""

    command: list[str]
    environment: dict[str, str]
    by_file: bool = False
    port: int = field(default_factory=free_port)
    process: subprocess.Popen | None = None

    @property
    def door(self) -> Door:
        return f"{tempfile.gettempdir()}/bali-bench-{self.port}.sock" if self.by_file else self.port

    def start(self) -> "Server":
        command = [part.replace("{door}", str(self.door)) for part in self.command]
        self.process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            stderr=None if os.environ.get("BENCH_LOUD") else subprocess.DEVNULL,
        )
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if self.process.poll() is not None:
                raise RuntimeError(f"a server ended while starting: {' '.join(command)}")
            with line_to(self.door) as line, suppress(OSError):
                line.connect(address_of(self.door))
                return self
            time.sleep(0.1)
        raise RuntimeError("a server does not answer")

    def stop(self) -> None:
        if self.process:
            end(self.process)
        if self.by_file:
            Path(str(self.door)).unlink(missing_ok=True)

    def cpu_seconds(self) -> float:
        """User and system time of the process so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory_kb(self) -> int:
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1])
        return 0

    def descriptors(self) -> int:
        """How many files and sockets the process holds open."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))


QUIET = ["--log-level", "critical", "--no-access-log", "--no-server-header"]


def tutorial_on_uvicorn(layer: str = "pubsub", by_file: bool = False) -> Server:
    """The tutorial chat as most would run it."""
    command = ["uvicorn", "bench.tutorial.asgi:application", "--uds" if by_file else "--port", "{door}"]
    command += ["--ws", "websockets-sansio", *QUIET]
    return Server(command, {"BENCH_LAYER": layer, "REDIS_PREFIX": f"bench{os.getpid()}"}, by_file)


def tutorial_on_daphne(by_file: bool = False) -> Server:
    """The tutorial chat on its own server and its own layer."""
    command = ["daphne", "-u" if by_file else "-p", "{door}", "-v", "0", "bench.tutorial.asgi:application"]
    return Server(command, {"BENCH_LAYER": "core", "REDIS_PREFIX": f"benchd{os.getpid()}"}, by_file)


def house(environment: dict[str, str], by_file: bool = False) -> Server:
    """One web process of ours, as `deploy/web.sh` starts it."""
    command = ["config.web", "--uds" if by_file else "--port", "{door}", "--log-level", "critical"]
    command += ["--timeout-graceful-shutdown", "3"]
    return Server(command, environment, by_file)


@contextmanager
def running(*servers: Server):
    """Servers for the length of a block."""
    try:
        for server in servers:
            server.start()
        yield servers
    finally:
        for server in servers:
            server.stop()


@contextmanager
def working(environment: dict[str, str]):
    """A worker for the length of a block."""
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "worker"],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=None if os.environ.get("BENCH_LOUD") else subprocess.DEVNULL,
    )
    try:
        yield worker
    finally:
        end(worker)
