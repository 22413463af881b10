"""`python -m tests.services.browser`: prints the path of a Chromium that starts, or why there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.services.servers import install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def in_the_path() -> str | None:
    given = os.environ.get("CHROMIUM", "")
    return given or next((found for name in NAMES if (found := shutil.which(name))), None)


def of_the_library() -> str | None:
    """The one Playwright fetches for itself, where it may."""
    fetched = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], capture_output=True)
    if fetched.returncode:
        return None
    with sync_playwright() as library:
        path = library.chromium.executable_path
    return path if Path(path).exists() else None


def starts(path: str) -> bool:
    """Whether it opens a page: a browser without its libraries is none."""
    try:
        with sync_playwright() as library:
            browser = library.chromium.launch(executable_path=path, args=FLAGS)
            browser.new_page().goto("about:blank")
            browser.close()
    except Error:
        return False
    return True


def find() -> str | None:
    """The path's own, else by apt, else by the library."""
    if (path := in_the_path()) and starts(path):
        return path
    if install(["chromium"]) and (path := in_the_path()) and starts(path):
        return path
    path = of_the_library()
    return path if path and starts(path) else None


if __name__ == "__main__":
    found = find()
    print(found or "no Chromium here  (sudo apt-get install -y chromium)")  # noqa: T201
    sys.exit(0 if found else 1)
