from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.template import engines
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.diary.models import EventPage
from network.access.audience import ALUMNI, PUBLIC
from tests.factories.events import make_event

START = datetime(2027, 1, 27, 12, 30, tzinfo=ZoneInfo("Europe/London"))


def box() -> str:
    return engines["django"].from_string("{% load diary %}{% next_event %}").render({})


def test_the_next_event_is_right_one_second_before_and_after_a_start(db):
    make_event("The first", audience=PUBLIC, starts_at=START)
    make_event("The second", audience=PUBLIC, starts_at=START + timedelta(days=1))

    with time_machine.travel(START - timedelta(seconds=1), tick=False):
        before = box()
    with time_machine.travel(START + timedelta(seconds=1), tick=False):
        after = box()

    assert ("The first" in before, "The second" in before) == (True, False)
    assert ("The first" in after, "The second" in after) == (False, True)


def test_a_kept_page_changes_when_an_events_turn_ends(db, outsider):
    make_event("The first", audience=PUBLIC, starts_at=START)
    make_event("The second", audience=PUBLIC, starts_at=START + timedelta(days=1))

    with time_machine.travel(START - timedelta(seconds=1), tick=False):
        before = [outsider.client.get("/") for _ in range(2)]
    with time_machine.travel(START + timedelta(seconds=1), tick=False):
        after = outsider.client.get("/", headers={"If-None-Match": before[1]["ETag"]})

    assert before[0]["ETag"] == before[1]["ETag"] and b"The first" in before[1].content
    assert after.status_code == 200 and b"The second" in after.content and b"The first" not in after.content


def test_the_next_event_skips_drafts_cancelled_and_members_events(db):
    make_event("A draft", audience=PUBLIC, live=False)
    make_event("A cancelled one", audience=PUBLIC, cancelled_at=timezone.now())
    make_event("A private one", audience=ALUMNI)
    make_event("The one", audience=PUBLIC, starts_at=timezone.now() + timedelta(days=30))

    with CaptureQueriesContext(connection) as caught:
        words = box()

    assert "The one" in words
    assert not any(other in words for other in ("draft", "cancelled", "private"))
    assert len([query for query in caught if "diary_eventpage" in query["sql"]]) == 1


def test_without_events_there_is_no_heading(db):
    assert box().strip() == ""


def test_the_list_shows_each_viewer_what_is_theirs(outsider, bola, ada):
    make_event("For everybody", audience=PUBLIC)
    make_event("For members")
    make_event("For alumni", audience=ALUMNI)
    titles = ("For everybody", "For members", "For alumni")

    seen = [[title in one.client.get("/events/").text for title in titles] for one in (outsider, bola, ada)]

    assert seen == [[True, False, False], [True, True, False], [True, True, True]]


def test_a_members_list_is_kept_nowhere(outsider, ada):
    make_event(audience=PUBLIC)

    assert "no-store" in ada.client.get("/events/")["Cache-Control"]
    assert "no-store" not in outsider.client.get("/events/").get("Cache-Control", "")


def test_past_events_stay_readable_on_their_own_list(db, outsider):
    event = make_event("Long ago", audience=PUBLIC, starts_at=timezone.now() - timedelta(days=30))

    assert "Long ago" not in outsider.client.get("/events/").text
    assert "Long ago" in outsider.client.get("/events/?when=past").text
    assert "This event has ended" in outsider.client.get(event.url).text


def test_a_members_event_stands_behind_the_door_under_a_neutral_title(outsider, bola, ada):
    event = make_event("Canary gathering", audience=ALUMNI)

    assert event.url.startswith("/m/")
    assert outsider.client.get(event.url).status_code == 302
    assert bola.client.get(event.url).status_code == 404
    page = ada.client.get(event.url).text
    assert "<title>Event - BALI Network</title>" in page and "Canary gathering" in page


def test_the_short_address_leads_to_the_page_through_sight(bola, ada):
    event = make_event(audience=ALUMNI)

    assert ada.client.get(f"/m/e/{event.public_id}/")["Location"] == event.url
    assert bola.client.get(f"/m/e/{event.public_id}/").status_code == 404


def test_an_event_must_end_after_it_starts(db):
    with pytest.raises(ValidationError):
        make_event(starts_at=START, ends_at=START)
    assert not EventPage.objects.exists()


def test_search_finds_events_through_sight(ada, bola):
    make_event("A day about sponsorship", audience=ALUMNI)

    found = [list(EventPage.objects.visible_to(one.viewer).search("sponsorship")) for one in (ada, bola)]

    assert [len(rows) for rows in found] == [1, 0]
