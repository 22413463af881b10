import re

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from forum.live import circle, together
from forum.live.limits import Why
from forum.talk.changes import cursor_now
from network.people.actions.role import end_role
from network.people.actions.shield import raise_shield
from network.people.actions.suspension import suspend
from network.people.models import ShieldLevel
from tests.live import Listener, listen_together, ticket_for, while_listening


def words_in(frames):
    """The bodies of message frames, in order; other frames by their kind."""
    return [
        re.search(r"word-\d+", frame["html"])[0] if frame["kind"] == "message" else frame["kind"] for frame in frames
    ]


def listener_for(who, space, **more):
    return Listener(ticket_for(who, space), cursor_now(who.viewer, space), **more)


def test_a_listener_hears_a_new_message(ada, bola, lounge, says):
    heard = while_listening(bola, lounge, lambda: says(ada, "word-1"))

    assert words_in(heard) == ["word-1"]


def test_frames_form_a_chain(ada, bola, lounge, says):
    start = cursor_now(bola.viewer, lounge)

    heard = while_listening(bola, lounge, lambda: says(ada, "word-1", "word-2", "word-3"))

    assert [frame["follows"] for frame in heard] == [start, heard[0]["cursor"], heard[1]["cursor"]]


def test_whoever_is_shielded_from_is_told_nothing_and_keeps_their_place(bola, maya, lounge, says):
    raise_shield(person=bola.person, level=ShieldLevel.EVERYWHERE, other=maya.person)
    place = cursor_now(maya.viewer, lounge)

    heard = while_listening(maya, lounge, lambda: says(bola, "word-1"))

    assert (heard, cursor_now(maya.viewer, lounge)) == ([], place)


def test_the_others_go_on_hearing_who_is_shielded_from_one(bola, cem, maya, lounge, says):
    raise_shield(person=bola.person, level=ShieldLevel.EVERYWHERE, other=maya.person)
    theirs, hers = listener_for(cem, lounge), listener_for(maya, lounge)

    listen_together([theirs, hers], lambda: says(bola, "word-1"))

    assert (words_in(theirs.heard), hers.heard) == (["word-1"], [])


def test_a_hundred_listeners_cost_the_questions_of_one(ada, bola, lounge, says):
    def questions(count):
        listeners = [listener_for(bola, lounge) for _ in range(count)]
        with CaptureQueriesContext(
            connection,
        ) as queries:
            listen_together(listeners, lambda: says(ada, "word-1"))
        assert all(words_in(listener.heard) == ["word-1"] for listener in listeners)
        return sum("talk_message" in query["sql"] and "version" in query["sql"] for query in queries)

    alone, crowd = questions(1), questions(100)

    assert crowd <= alone + 1


def test_a_lost_ring_is_healed_by_the_heartbeat(ada, bola, lounge, says):
    listener = listener_for(bola, lounge)

    listen_together([listener], lambda: says(ada, "word-1", rings=False), heartbeat=0.02, silence=0.5)

    assert words_in(listener.heard) == ["word-1"]


def test_without_the_heartbeat_a_lost_ring_stays_lost(ada, bola, lounge, says):
    heard = while_listening(bola, lounge, lambda: says(ada, "word-1", rings=False))

    assert heard == []


def test_who_missed_something_is_brought_up_first(ada, bola, lounge, says):
    early = listener_for(bola, lounge)
    says(ada, "word-1", "word-2")

    listen_together([early], lambda: says(ada, "word-3"))

    assert words_in(early.heard) == ["word-1", "word-2", "word-3"]


def test_an_invented_cursor_gets_the_page_anew_and_nothing_of_the_space(ada, bola, lounge, says):
    says(ada, "word-1")
    stranger = Listener(ticket_for(bola, lounge), "A" * 32)

    listen_together([stranger], lambda: says(ada, "word-2"))

    assert words_in(stranger.heard) == ["afresh", "word-2"]


def test_a_slow_reader_is_caught_up_in_order_and_slows_nobody(ada, bola, cem, lounge, says):
    slow, quick = listener_for(bola, lounge, room=1), listener_for(cem, lounge)

    def talk():
        for number in range(5):
            says(ada, f"word-{number}")
        slow.room = float("inf")

    listen_together([slow, quick], talk, silence=0.2)

    everything = [f"word-{number}" for number in range(5)]
    assert (words_in(quick.heard), words_in(slow.heard)) == (everything, everything)


def test_a_reader_too_far_behind_must_come_back(ada, bola, cem, lounge, says, monkeypatch):
    monkeypatch.setattr(circle, "LAG_EVENTS", 3)
    stuck, quick = listener_for(bola, lounge, room=0), listener_for(cem, lounge)

    listen_together(
        [stuck, quick],
        lambda: says(ada, "word-1"),
        lambda: says(ada, *[f"word-{number}" for number in range(2, 7)]),
    )

    assert (stuck.why, stuck.heard, len(quick.heard)) == (Why.SLOW, [], 6)


def test_a_database_that_fails_once_only_delays(ada, bola, lounge, says, monkeypatch):
    answer, failures = together.news_for, iter([OperationalError("away"), OperationalError("still away")])

    def fail_first(*question):
        if error := next(failures, None):
            raise error
        return answer(*question)

    def break_and_talk():
        monkeypatch.setattr(together, "news_for", fail_first)
        says(ada, "word-1")

    listener = listener_for(bola, lounge)
    listen_together([listener], break_and_talk, heartbeat=0.02, silence=0.5)

    assert words_in(listener.heard) == ["word-1"]


@pytest.mark.parametrize(
    ("lose", "why"),
    [
        (lambda who: end_role(role=who.person.roles.get(), by=None), Why.RIGHT_LOST),
        (lambda who: suspend(person=who.person, by=None), Why.SESSION_OVER),
        (lambda who: who.client.logout(), Why.SESSION_OVER),
    ],
    ids=["role ended", "suspended", "signed out"],
)
def test_who_loses_the_right_is_sent_away_at_once(lose, why, ada, bola, lounge, says, on_commit):
    reader = listener_for(bola, lounge)

    def lose_and_talk():
        with on_commit():
            lose(bola)

    listen_together([reader], lose_and_talk, silence=0.2)

    assert reader.why == why


def test_a_new_shield_hides_what_comes_next(bola, maya, lounge, says, on_commit):
    hers = listener_for(maya, lounge)

    def shield():
        with on_commit():
            raise_shield(person=bola.person, level=ShieldLevel.EVERYWHERE, other=maya.person)

    def shield_and_talk():
        shield()
        says(bola, "word-1")

    listen_together([hers], shield_and_talk, silence=0.2)

    assert "word-1" not in str(hers.heard)
    assert {"kind": "afresh"} in hers.heard
