import json
import re

import pytest
from asgiref.sync import async_to_sync
from django.urls import reverse

from forum.live import stream
from forum.live.hub import hub
from forum.live.limits import ANSWER_SECONDS, SILENCE_SECONDS
from forum.talk.changes import cursor_now
from tests.house.source import ROOT
from tests.live import NEVER, ticket_for


def first_of(body, count):
    """The first pieces of a body while the hub is open, which then is closed upon."""

    async def read():
        await hub.open(own_threads=False, heartbeat=NEVER, gather=0)
        pieces = []
        try:
            async for piece in body:
                pieces.append(piece)
                if len(pieces) == count:
                    break
        finally:
            await body.aclose()
            await hub.close()
        return pieces

    return async_to_sync(read)()


def test_a_stream_tells_what_was_missed_with_the_cursor_as_id(ada, bola, lounge, says):
    ticket, cursor = ticket_for(bola, lounge), cursor_now(bola.viewer, lounge)
    says(ada, "word-1")

    pieces = first_of(stream.events(ticket, cursor), 2)

    frame = json.loads(pieces[1].split("data: ")[1])
    assert pieces[1].startswith(f"id: {frame['cursor']}\n")
    assert (frame["kind"], frame["follows"]) == ("message", cursor)


def test_a_stream_begins_with_a_pulse_and_goes_on_with_them(bola, lounge, monkeypatch):
    monkeypatch.setattr(stream, "STREAM_PULSE_SECONDS", 0.01)

    pieces = first_of(stream.events(ticket_for(bola, lounge), cursor_now(bola.viewer, lounge)), 3)

    # An event with words: a comment, or an event without data, is nothing a script hears.
    assert [piece.count("event: pulse\ndata: here\n\n") for piece in pieces] == [1, 1, 1]


@pytest.mark.parametrize("way", SILENCE_SECONDS)
def test_pages_bear_silence_as_long_as_the_table_says(way):
    script = (ROOT / "assets/js/lib/lines.js").read_text()

    assert re.search(rf"\b{way}: ([\d_]+)", script)[1] == f"{SILENCE_SECONDS[way]}_000"
    assert f"const ANSWER = {ANSWER_SECONDS}_000;" in script


def test_a_poll_answers_at_once_when_something_was_missed(ada, bola, lounge, says):
    ticket, cursor = ticket_for(bola, lounge), cursor_now(bola.viewer, lounge)
    says(ada, "word-1")

    (answer,) = first_of(stream.one_answer(ticket, cursor), 1)

    assert [frame["kind"] for frame in json.loads(answer)["frames"]] == ["message"]


def test_a_closing_server_sends_streams_away(bola, lounge):
    ticket, cursor = ticket_for(bola, lounge), cursor_now(bola.viewer, lounge)

    async def read():
        await hub.open(own_threads=False, heartbeat=NEVER, gather=0)
        body = stream.events(ticket, cursor)
        pieces = [await anext(body)]
        coming = hub.start(collect(body, pieces))
        await hub.close()
        await coming
        return pieces

    assert async_to_sync(read)()[-1] == "event: end\ndata: restart\n\n"


async def collect(body, pieces):
    async for piece in body:
        pieces.append(piece)


def test_without_a_hub_streams_and_polls_end_at_once(bola, lounge):
    streamed = bola.client.get(reverse("live_stream", args=[lounge.public_id]))
    polled = bola.client.get(reverse("live_poll", args=[lounge.public_id]))

    assert b"".join(streamed.streaming_content) == b"retry: 10000\n\n"
    assert polled.json() == {"frames": [], "end": None}


def test_a_hidden_space_has_no_stream(bola, alumni_room):
    for name in ("live_stream", "live_poll", "live_socket"):
        assert bola.client.get(reverse(name, args=[alumni_room.public_id])).status_code == 404
