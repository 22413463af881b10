"""The import contracts of pyproject.toml hold."""

import subprocess
import sys
from pathlib import Path

from tests.house.source import ROOT


def test_the_contracts_are_kept():
    tool = Path(sys.executable).with_name("lint-imports")

    answer = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert answer.returncode == 0, answer.stdout[-3000:]
