"""S1: how long a fresh clone takes to its first answer. S2: how long the fast tests take."""

import os
import signal
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from bench.report import Report
from bench.servers import ROOT, free_port

PATIENCE = 400
OURS = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "VAR_DIR", "BASE_URL", "CHROMIUM")


def first_and_second_start(report: Report) -> None:
    """Clone what is committed, start it twice. Nothing fetched before is at hand."""
    with tempfile.TemporaryDirectory(prefix="bali-bench-") as folder:
        clone = Path(folder) / "clone"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        environment = {name: value for name, value in os.environ.items() if name not in OURS}
        environment |= {"UV_CACHE_DIR": f"{folder}/uv", "PIP_CACHE_DIR": f"{folder}/pip"}
        cold, warm = start(clone, environment), start(clone, environment)
    report.target("S1", f"{cold:.0f}s/{warm:.1f}s", "<120s/<10s", cold < 120 and warm < 10)


def start(clone: Path, environment: dict[str, str]) -> float:
    """Seconds from `./bali run` to the first answer of the first page."""
    port, began = free_port(), time.monotonic()
    running = subprocess.Popen(
        ["./bali", "run"],
        cwd=clone,
        env=environment | {"PORT": str(port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while time.monotonic() - began < PATIENCE and running.poll() is None:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
                return time.monotonic() - began
            except OSError:
                time.sleep(0.1)
        return float("inf")
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(30)


def fast_tests(report: Report) -> None:
    """The fast suite, as anybody runs it."""
    began = time.monotonic()
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    done = subprocess.run(["./bali", "test", "fast"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    took = time.monotonic() - began
    outcome = "green" if done.returncode == 0 else "red"
    report.target("S2", f"{took:.0f}s/{outcome}", "<60s/green", took < 60 and done.returncode == 0)
