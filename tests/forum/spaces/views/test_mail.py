"""How often mail tells of each space: chosen on one page, for the spaces one reads."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from network.notices.kind import Pace
from network.notices.paces import places_of
from tests.factories.forum import make_space

WHERE = "/m/you/spaces/"


def test_one_chooses_for_each_space_and_finds_it_again(ada, lounge):
    other = make_space("Second room")

    answer = ada.client.post(WHERE, {lounge.public_id: "daily", other.public_id: "none"})

    assert (answer.status_code, answer["Location"]) == (302, f"{WHERE}?saved=1")
    assert places_of(ada.person.pk) == {lounge.public_id: Pace.DAILY, other.public_id: Pace.NONE}
    assert 'value="daily" selected' in ada.client.get(WHERE).text


def test_as_everywhere_needs_no_row_and_a_space_not_on_the_page_keeps_what_holds(ada, lounge):
    other = make_space("Second room")
    ada.client.post(WHERE, {lounge.public_id: "daily", other.public_id: "weekly"})

    ada.client.post(WHERE, {lounge.public_id: "at_once"})

    assert places_of(ada.person.pk) == {other.public_id: Pace.WEEKLY}


def test_what_one_does_not_read_is_not_there_and_cannot_be_chosen_for(bola, lounge):
    hidden = make_space("Alumni alone", audience="alumni")

    assert hidden.name not in bola.client.get(WHERE).text
    bola.client.post(WHERE, {hidden.public_id: "daily"})

    assert places_of(bola.person.pk) == {}


@pytest.mark.parametrize("posted", ["hourly", "Daily", "x" * 9000])
def test_a_pace_that_is_none_is_refused_with_the_others_kept(ada, lounge, posted):
    other = make_space("Second room")

    answer = ada.client.post(WHERE, {lounge.public_id: posted, other.public_id: "weekly"})

    assert answer.status_code == 422
    assert "Choose how often" in answer.text and 'value="weekly" selected' in answer.text
    assert places_of(ada.person.pk) == {}


def test_the_page_asks_the_same_for_one_space_and_for_ten(ada, lounge):
    ada.client.get(WHERE)
    counts = []
    for more in (0, 9):
        for number in range(more):
            make_space(f"Room {number}")
        with CaptureQueriesContext(connection) as asked:
            ada.client.get(WHERE)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_who_reads_no_space_is_not_led_there(ada, efe):
    pages = [who.client.get("/m/notices/preferences/") for who in (ada, efe)]

    assert [page.status_code for page in pages] == [200, 200]
    assert [WHERE in page.text for page in pages] == [True, False]
    assert efe.client.get(WHERE).status_code == 404
