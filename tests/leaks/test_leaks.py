"""Nobody sees, counts or finds what they may not read: everything is visited as everybody (promise P1)."""

import pytest

from tests.leaks.conftest import EVERYBODY
from tests.leaks.crawl import ask, crawl, look_round_cms
from tests.leaks.planting import TENDERS

MEMBERS = ("bola", "ada", "cem", "maya", "dina")


def tended_by(who: str, garden) -> set[str]:
    """Files an editor chooses in the CMS open to them, whatever page shows them."""
    return {address for address in garden.doors if who in TENDERS and address.startswith(("/media/", "/documents/"))}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("who", EVERYBODY)
def test_no_word_and_no_door_is_open_to_who_may_not_read(garden, who, logged):
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
    assert logged() == []
    assert opened - tended_by(who, garden) == {address for address, readers in garden.doors.items() if who in readers}
    if who in MEMBERS:
        mine = [marker for marker, (_, readers) in garden.plants.items() if who in readers and heard.where(marker)]
        assert len(mine) > 5, "the crawl found too little to prove anything"
    if who in TENDERS:
        in_cms = {title for title in garden.titles if any(one.startswith("CMS") for one in heard.where(title))}
        assert in_cms == (set(garden.titles) if who == "efe" else set()), "what its editor finds there, Finn does not"
