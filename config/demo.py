"""The demo world: what every room's `demo.py` is handed while it builds its part."""

import csv
import json
import re
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import module_has_submodule

from network.people.demo import CAST
from network.people.models import User

DATA = Path(__file__).resolve().parent / "demo_data"
# The day the data speaks of as today.
WRITTEN_ON = date(2026, 11, 22)
DATED = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")


class World:
    """Data files, people by handle, and things rooms leave for one another by name.

    Every date in the data moves by the whole weeks since it was written, so that what is to come never lies behind us;
    weekdays and hours stay as they are.
    """

    def __init__(self, today: date | None = None) -> None:
        self._things: dict[str, Any] = {}
        self._later = timedelta(weeks=((today or timezone.localdate()) - WRITTEN_ON).days // 7)
        self.today = WRITTEN_ON + self._later

    def read_json(self, name: str) -> Any:
        return self._moved(json.loads((DATA / name).read_text(encoding="utf-8")))

    def read_csv(self, name: str) -> list[dict[str, str]]:
        with (DATA / name).open(encoding="utf-8", newline="") as file:
            return self._moved(list(csv.DictReader(file)))

    def _moved(self, thing: Any) -> Any:
        """The same with every date in it as many weeks later; what is no date stays."""
        if isinstance(thing, dict):
            return {key: self._moved(value) for key, value in thing.items()}
        if isinstance(thing, list):
            return [self._moved(value) for value in thing]
        if not (isinstance(thing, str) and self._later and DATED.fullmatch(thing)):
            return thing
        if "T" not in thing:
            return (date.fromisoformat(thing) + self._later).isoformat()
        here = timezone.localtime(datetime.fromisoformat(thing))
        # Python adds to the clock on the wall, not to the hours gone by: noon stays noon across a clock change.
        return (here + self._later).isoformat()

    def person(self, handle: str) -> User | None:
        """Somebody of the cast or of people.csv; None for the one who has no account."""
        return self._things.get(f"person:{handle}")

    def cast(self, handle: str) -> User:
        """One of the cast. Raises KeyError for anybody else."""
        return self._things[f"person:{handle}"]

    def note(self, key: str, thing: Any) -> None:
        self._things[key] = thing

    def get(self, key: str) -> Any:
        return self._things.get(key)


def builders() -> list[Any]:
    """Every room's `demo.py`, in the order the world needs."""
    modules = [
        import_module(f"{app.name}.demo")
        for app in apps.get_app_configs()
        if app.name != "config" and module_has_submodule(app.module, "demo")
    ]
    return sorted((module for module in modules if hasattr(module, "ORDER")), key=lambda module: module.ORDER)


def build_world(say: Any = lambda words: None) -> World:
    """Build it all in one transaction, so that a first start killed half-way leaves nothing.

    Raises ImproperlyConfigured outside development and tests: invented people never meet real ones.
    """
    if not getattr(settings, "DEMO_ALLOWED", False):
        raise ImproperlyConfigured("The demo world is for development and tests. This profile refuses it.")
    world = World()
    with transaction.atomic():
        for module in builders():
            say(module.__name__.rsplit(".", 1)[0])
            module.build(world)
    return world


def sign_ins() -> list[str]:
    """The cast's sign-ins, a line each."""
    return [f"{member.email:<22} {member.story}" for member in CAST]
