"""Nobody sees, counts or finds what they may not read: everything is visited as everybody (promise P1)."""

import pytest

from tests.leaks.crawl import ask, crawl, look_round_cms
from tests.leaks.planting import TENDERS, plant
from tests.leaks.planting_concerns import plant_concerns
from tests.leaks.planting_direct import plant_direct
from tests.leaks.planting_extracts import plant_extracts
from tests.leaks.planting_files import plant_files
from tests.leaks.planting_hands import plant_hands
from tests.leaks.planting_pens import plant_pens
from tests.leaks.planting_stage import plant_stage
from tests.leaks.planting_waiting import plant_waiting

EVERYBODY = ("outsider", "eve", "bola", "ada", "cem", "maya", "dina", "efe", "finn")
MEMBERS = ("bola", "ada", "cem", "maya", "dina")


@pytest.fixture
def garden(outsider, eve, bola, ada, cem, maya, dina, efe, finn, on_commit):
    cast = dict(zip(EVERYBODY, (outsider, eve, bola, ada, cem, maya, dina, efe, finn), strict=True))
    with on_commit():
        garden = plant(cast)
        # Before the others: what waits is counted as pace, and what they plant is too.
        plant_waiting(garden)
        plant_stage(garden)
        plant_hands(garden)
        plant_files(garden)
        plant_concerns(garden)
        plant_direct(garden)
        plant_extracts(garden)
        plant_pens(garden)
    return garden


def tended_by(who: str, garden) -> set[str]:
    """Files an editor chooses in the CMS open to them, whatever page shows them."""
    return {address for address in garden.doors if who in TENDERS and address.startswith(("/media/", "/documents/"))}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("who", EVERYBODY)
def test_no_word_and_no_door_is_open_to_who_may_not_read(garden, who):
    client = garden.cast[who].client
    heard = crawl(client, sorted(garden.doors))
    words = sorted(word for word, _ in garden.plants.values())[::8]
    ask(client, words, heard)
    if who in TENDERS:
        look_round_cms(client, garden.desks, [title.split()[0] for title in garden.titles], heard)

    leaks = {
        marker: heard.where(marker)
        for marker, (_, readers) in garden.plants.items()
        if who not in readers and heard.where(marker)
    }
    opened = {address for address in garden.doors if client.get(address).status_code == 200}

    assert leaks == {}
    assert opened - tended_by(who, garden) == {address for address, readers in garden.doors.items() if who in readers}
    if who in MEMBERS:
        mine = [marker for marker, (_, readers) in garden.plants.items() if who in readers and heard.where(marker)]
        assert len(mine) > 5, "the crawl found too little to prove anything"
    if who in TENDERS:
        in_cms = {title for title in garden.titles if any(one.startswith("CMS") for one in heard.where(title))}
        assert in_cms == (set(garden.titles) if who == "efe" else set()), "what its editor finds there, Finn does not"
