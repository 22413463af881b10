"""kill -9 of the worker in the middle of its mail: every letter leaves, normally once."""

import re
import time
from collections import Counter
from pathlib import Path

import pytest

from network.membership.notices import WELCOME
from network.notices.actions.tell import tell
from network.notices.models import Letter
from network.people.models import User

MANY = 12


@pytest.fixture
def told(db) -> set[str]:
    """Twelve people who were told something: their addresses."""
    for number in range(MANY):
        person = User.objects.create_user(f"{number}@post.example", f"Reader {number}")
        tell(person=person, kind=WELCOME, ref="", key="news")
    return {f"{number}@post.example" for number in range(MANY)}


def letters_in(folder: Path) -> Counter:
    """How often mail went to each address."""
    texts = [path.read_text() for path in folder.glob("*.log")]
    return Counter(address for text in texts for address in re.findall(r"^To: (\S+)$", text, re.MULTILINE))


def after_the_kill(house, moment: str, settings_module: str, patience: float) -> Counter:
    """What left, once a first worker was killed at its fifth letter and a second had so many seconds."""
    house.extra |= {"DJANGO_SETTINGS_MODULE": settings_module, "DEADLY_MOMENT": moment}
    house.start_worker().wait(60)
    house.start_worker()
    until = time.monotonic() + patience
    while time.monotonic() < until and Letter.objects.waiting().exists():
        time.sleep(0.2)
    return letters_in(house.folder / "mail")


@pytest.mark.parametrize(("moment", "most"), [("before", MANY), ("after", MANY + 1)])
def test_every_letter_leaves_though_the_worker_is_killed(house, told, moment, most):
    """Killed after sending and before noting it, the one letter in hand may go twice; no other."""
    left = after_the_kill(house, moment, "tests.faults.deadly_post", patience=60)

    assert set(left) == told
    assert left.total() <= most


def test_without_the_lease_a_letter_is_lost(house, told):
    """The guard is what makes the test above pass."""
    left = after_the_kill(house, "before", "tests.faults.without_lease", patience=15)

    assert len(told - set(left)) == 1
