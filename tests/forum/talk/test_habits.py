import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forum.live.presence import here_in
from forum.live.room import Room
from forum.live.sight import admit, look_again
from forum.talk.actions.habits import choose_habits
from forum.talk.models import Habits
from network.people.signals import access_changed

WHERE = "/m/you/discussions/"


def test_one_chooses_and_finds_it_again(ada, topic):
    answer = ada.client.post(WHERE, {"shows_presence": "on", "announce": "counts"})

    assert (answer.status_code, answer["Location"]) == (302, f"{WHERE}?saved=1")
    kept = Habits.objects.get(person=ada.person)
    assert (kept.shows_presence, kept.shows_typing, kept.announce) == (True, False, "counts")
    thread = ada.client.get(f"/m/t/{topic.public_id}/").text
    assert 'data-announce="counts"' in thread and "data-quiet" in thread


@pytest.mark.parametrize("posted", [{}, {"announce": "loudly"}])
def test_what_is_announced_has_to_be_one_of_three(ada, posted):
    assert ada.client.post(WHERE, posted).status_code == 422


def test_until_one_chooses_one_is_seen_and_told(ada, topic):
    thread = ada.client.get(f"/m/t/{topic.public_id}/").text

    assert 'data-announce="each"' in thread and "data-quiet" not in thread


def test_open_pages_are_looked_at_again_at_once(ada, on_commit):
    heard = []

    def hear(sender, person_id, **_):
        heard.append(person_id)

    access_changed.connect(hear)
    with on_commit():
        choose_habits(by=ada.viewer, shows_presence=False, shows_typing=True, announce="each")

    assert heard == [ada.person.pk]


class Reading:
    """An open page, as presence sees it."""

    is_here = True

    def __init__(self, ticket):
        self.ticket = ticket


def test_the_server_counts_nobody_who_does_not_want_it(ada, bola, lounge):
    choose_habits(by=ada.viewer, shows_presence=False, shows_typing=False, announce="each")
    tickets = []
    for who in (ada, bola):
        who.client.get("/healthz")
        tickets.append(admit(who.client.session.session_key, lounge.public_id))
    room = Room(lounge.pk, None)
    room.aside = {Reading(ticket) for ticket in tickets}

    assert here_in(room)["people"] == [bola.person.pk]
    assert [ticket.shows_typing for ticket in tickets] == [False, True]

    choose_habits(by=bola.viewer, shows_presence=False, shows_typing=True, announce="each")
    room.aside = {Reading(ticket) for ticket in look_again(tickets)}
    assert here_in(room)["people"] == []


def test_habits_of_many_are_read_in_one_query(ada, bola, cem, lounge):
    counts = []
    for people in ([ada], [ada, bola, cem]):
        tickets = [admit(who.client.session.session_key, lounge.public_id) for who in people]
        with CaptureQueriesContext(
            connection,
        ) as asked:
            look_again(tickets)
        counts.append(sum("talk_habits" in one["sql"] for one in asked))

    assert counts == [1, 1]
