"""What one of the alumnae asked for is asked for again by others, and what is hidden costs what is not there."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.leaks.crawl import crawl, said_by

REPLAYING = ("outsider", "eve", "bola")
# A path's opaque words: the same address with one that was never given.
OPAQUE = re.compile(r"(?<=/)[a-z0-9]{12}(?=/)")
PAGE = re.compile(r"/m/[a-z0-9]{12}/")
THREAD = re.compile(r"/m/t/[a-z0-9]{12}/")
MORE_FOR_PAGES = 2
MOST = 220
NEVER_GIVEN = "zzzzzzzzzzzz"


def found_by(garden, who, said: dict[str, str]) -> dict[str, list[str]]:
    """Markers in what somebody was told who may not read them."""
    return {
        marker: at
        for marker, (_, readers) in garden.plants.items()
        if who not in readers and (at := [address for address, words in said.items() if marker in words])
    }


@pytest.mark.timeout(240)
def test_what_an_alumna_asked_for_tells_nobody_else_more(garden, logged):
    """Every address of hers, asked for as her page's scripts do, by those who read less than she does."""
    heard = crawl(garden.cast["ada"].client, sorted(garden.doors), MOST)
    hers = [address for address in heard if address.startswith("/m/")]

    for who in REPLAYING:
        client = garden.cast[who].client
        said = {address: said_by(client.get(address, headers={"X-Fragment": "1"})) for address in hers}
        assert found_by(garden, who, said) == {}, who
    assert len(hers) > 50 and logged() == []


def cost_of(client, ask_for) -> tuple[int, int]:
    """Status, and the number of questions to the database."""
    with CaptureQueriesContext(connection) as asked:
        status = ask_for(client).status_code
    return status, len(asked)


def opens(client, place: re.Match | None) -> bool:
    return place is not None and client.get(place[0]).status_code == 200


@pytest.mark.timeout(120)
def test_what_is_hidden_is_refused_after_as_many_questions_as_what_is_not_there(garden):
    """No clock is asked: where the questions are the same, the time tells nothing either.

    Editors' pages are the exception: their tree is walked before sight is asked, which is two small questions more.
    """
    bola = garden.cast["bola"].client
    hidden = sorted(a for a, readers in garden.doors.items() if a.startswith("/m/") and "bola" not in readers)
    # Whoever reads a thread knows of it, though its hosts' pages are not theirs.
    shut = [address for address in hidden if OPAQUE.search(address) and not opens(bola, THREAD.match(address))]

    differing = {}
    for address in shut:
        there = cost_of(bola, lambda client, address=address: client.get(address))
        nowhere = cost_of(bola, lambda client, address=address: client.get(OPAQUE.sub(NEVER_GIVEN, address)))
        assert there[0] == nowhere[0]
        if there[1] - nowhere[1] not in range(1 + (MORE_FOR_PAGES if PAGE.fullmatch(address) else 0)):
            differing[address] = (there, nowhere)

    assert differing == {} and len(shut) > 20


@pytest.mark.timeout(120)
def test_a_word_of_others_is_searched_for_with_as_many_questions_as_one_nobody_said(garden):
    bola = garden.cast["bola"].client
    hidden = [word for word, readers in garden.plants.values() if "bola" not in readers][:40]
    bola.post("/m/search/", {"q": "nobodysaid"})

    costs = {word: cost_of(bola, lambda client, word=word: client.post("/m/search/", {"q": word})) for word in hidden}

    assert set(costs.values()) == {cost_of(bola, lambda client: client.post("/m/search/", {"q": "nobodysaid"}))}
