import logging

import pytest

from network.access.viewer import Viewer, viewer_of
from network.people.models import RoleKind
from tests.factories.network import make_authority, make_person
from tests.leaks.planting import plant
from tests.leaks.planting_casebook import plant_casebook
from tests.leaks.planting_concerns import plant_concerns
from tests.leaks.planting_covers import plant_covers
from tests.leaks.planting_direct import plant_direct
from tests.leaks.planting_extracts import plant_extracts
from tests.leaks.planting_files import plant_files
from tests.leaks.planting_hands import plant_hands
from tests.leaks.planting_pens import plant_pens
from tests.leaks.planting_stage import plant_stage
from tests.leaks.planting_waiting import plant_waiting

EVERYBODY = ("outsider", "eve", "bola", "ada", "cem", "maya", "dina", "efe", "finn")


def _at_the_table(name: str, kind: RoleKind) -> Viewer:
    """Somebody who decides what Dina may not, and whose own pages nobody walks."""
    roles = ((RoleKind.ALLY, ""), (kind, ""))
    return viewer_of(make_person(name, roles=roles, employer=make_authority(f"Where {name} works")))


@pytest.fixture
def garden(outsider, eve, bola, ada, cem, maya, dina, efe, finn, on_commit):
    cast = dict(zip(EVERYBODY, (outsider, eve, bola, ada, cem, maya, dina, efe, finn), strict=True))
    with on_commit():
        garden = plant(cast)
        leo, owner = _at_the_table("Leo Marsh", RoleKind.MODERATOR), _at_the_table("Olu Keeper", RoleKind.OWNER)
        # Before the others: what waits is counted as pace, and what they plant is too.
        plant_waiting(garden)
        plant_casebook(garden, leo)
        plant_stage(garden)
        plant_hands(garden)
        plant_files(garden)
        plant_concerns(garden)
        plant_direct(garden)
        plant_extracts(garden, leo, owner)
        plant_covers(garden)
        plant_pens(garden)
    return garden


@pytest.fixture
def logged(caplog, garden):
    """`logged()` gives what the log says, facts beside the words included, that nobody may find there.

    At the levels of `config/settings/logs.py`.
    """
    caplog.set_level(logging.INFO, logger="bali")

    def found() -> list[str]:
        people = [one.person for one in garden.cast.values() if one.person]
        private = [*garden.plants, *(person.name for person in people), *(person.email for person in people)]
        lines = [f"{record.getMessage()} {vars(record)}" for record in caplog.records]
        return [line for line in lines if any(word in line for word in private)]

    return found
