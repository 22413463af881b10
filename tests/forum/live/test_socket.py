import json

import pytest
from django.urls import reverse

from forum.live.socket import reading_seconds
from forum.talk.models import Message
from network.people.actions.suspension import suspend
from tests.live import HOST, on_socket

TYPING = json.dumps({"signal": "typing", "thread": "abcdefghijkl"})


def test_a_member_may_listen(bola, lounge):
    outcome = on_socket(bola, lounge.public_id)

    assert (outcome.accepted, outcome.code) == (True, None)


@pytest.mark.parametrize("who", ["outsider", "eve", "efe", "finn"])
def test_nobody_listens_without_membership(who, request, lounge):
    someone = request.getfixturevalue(who)

    outcome = on_socket(someone, lounge.public_id)

    assert not outcome.accepted


def test_a_suspended_person_is_refused_at_the_handshake_as_anybody_is(bola, outsider, lounge):
    """With the session of before, which is what an open browser still has."""
    bola.client.get("/healthz")
    suspend(person=bola.person, by=None)

    refused = on_socket(bola, lounge.public_id)

    assert not refused.accepted
    assert refused == on_socket(outsider, lounge.public_id) == on_socket(outsider, "nosuchspace1")


def test_a_hidden_space_answers_as_an_unknown_one(bola, alumni_room):
    hidden = on_socket(bola, alumni_room.public_id)

    assert hidden == on_socket(bola, "nosuchspace1")
    assert not hidden.accepted


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [(b"origin", b"null")],
        [(b"origin", b"https://elsewhere.example")],
        [(b"origin", f"http://{HOST}".encode())] * 2,
    ],
    ids=["missing", "null", "foreign", "doubled"],
)
def test_a_socket_of_another_page_is_refused(headers, bola, lounge):
    outcome = on_socket(bola, lounge.public_id, headers=headers)

    assert not outcome.accepted


@pytest.mark.parametrize(
    ("say", "code"),
    [
        ([b"\x00\x01"], 1003),
        (["{"] * 3, 1008),
        (["[]", "null", "7"], 1008),
        (['{"signal":"typing","thread":"../../etc"}'] * 3, 1008),
        (["x" * 5000] * 3, 1008),
        (["[" * 399] * 3, 1008),
        ([TYPING] * 41, 4429),
    ],
    ids=["binary", "no json", "no object", "no thread", "long", "deep", "flood"],
)
def test_bad_frames_end_the_socket_that_sent_them(say, code, bola, lounge):
    outcome = on_socket(bola, lounge.public_id, say=say)

    assert outcome.code == code


@pytest.mark.parametrize("say", [['{"signal":"here"}', '{"signal":"away"}'], ["{"] * 2], ids=["good", "two bad"])
def test_a_few_words_are_fine(say, bola, lounge):
    outcome = on_socket(bola, lounge.public_id, say=say)

    assert outcome.code is None


def test_whoever_asks_whether_anybody_is_there_is_answered_alone(bola, lounge):
    outcome = on_socket(bola, lounge.public_id, say=['{"signal":"pulse"}'])

    assert [frame["kind"] for frame in outcome.frames if frame["kind"] != "edition"] == ["pulse"]


def test_nobody_is_sent_a_pulse_they_did_not_ask_for(bola, lounge):
    outcome = on_socket(bola, lounge.public_id, say=['{"signal":"here"}'])

    assert "pulse" not in [frame["kind"] for frame in outcome.frames]


def test_asking_for_pulses_without_end_is_too_fast(bola, lounge):
    assert on_socket(bola, lounge.public_id, say=['{"signal":"pulse"}'] * 41).code == 4429


def test_a_socket_takes_no_commands(ada, bola, lounge, topic):
    command = json.dumps({"kind": "message", "thread": topic.public_id, "body": "from below", "author": "somebody"})

    on_socket(bola, lounge.public_id, say=[command])

    assert Message.objects.filter(body="from below").count() == 0


def test_a_socket_hears_what_is_posted(ada, bola, lounge, says):
    outcome = on_socket(bola, lounge.public_id, act=lambda: says(ada, "word-1"))

    assert [frame["kind"] for frame in outcome.frames] == ["message"]
    assert "word-1" in outcome.frames[0]["html"]


def test_a_plain_visit_is_told_to_upgrade(bola, lounge):
    answer = bola.client.get(reverse("live_socket", args=[lounge.public_id]))

    assert answer.status_code == 426


def test_a_socket_grown_old_may_come_back_at_once(bola, lounge, monkeypatch):
    """The page waits after 1012 alone (assets/js/lib/ways.js)."""
    monkeypatch.setattr("forum.live.socket.reading_seconds", lambda: 0)

    assert on_socket(bola, lounge.public_id).code == 1001


def test_sockets_live_for_about_a_day_each_for_another_time():
    lives = [reading_seconds() / 3600 for _ in range(200)]

    assert 24 * 0.8 <= min(lives) < 21 and 27 < max(lives) <= 24 * 1.2
