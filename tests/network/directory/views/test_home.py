"""The first page of a member, and of somebody with a desk alone."""

from uuid import uuid4

import pytest
import time_machine

from forum.talk.actions.message import post_message
from network.membership.notices import WELCOME
from network.notices.actions.tell import tell
from network.people.actions.shield import raise_shield
from tests.factories.forum import make_thread


@pytest.mark.parametrize(
    ("hour", "words"),
    [("06", "Good morning"), ("13", "Good afternoon"), ("19", "Good evening"), ("03", "Good evening")],
)
def test_it_greets_by_the_clock_of_london_with_the_whole_name(ada, hour, words):
    with time_machine.travel(f"2031-11-24T{hour}:10:00+00:00", tick=False):
        page = ada.client.get("/m/").content.decode()

    assert f"{words}, Ada Okafor-Lynch" in page
    assert "<title>Home - BALI Network</title>" in page


def test_what_needs_an_answer_stands_first(ada):
    tell(person=ada.person, kind=WELCOME, ref="", key="1")

    page = ada.client.get("/m/").content.decode()

    assert "1 new notification" in page and "You are not in the directory" in page


def test_new_people_are_shown_to_those_who_may_find_them(ada, bola, maya, listed):
    listed(ada)

    assert "Ada Okafor-Lynch" in bola.client.get("/m/").content.decode()
    assert "Ada Okafor-Lynch" not in maya.client.get("/m/").content.decode()


def test_finn_sees_his_desk_and_who_waits(finn, eve):
    page = finn.client.get("/m/").content.decode()

    assert "Welcome desk" in page and "New in the network" not in page


def test_everything_of_ones_own_is_one_page_away(ada):
    page = ada.client.get("/m/you/").content.decode()

    for path in ("/m/you/profile/", "/m/you/shield/", "/m/you/pledge/", "/m/notices/", "/accounts/"):
        assert f'href="{path}"' in page


def test_what_may_no_longer_be_known_is_not_counted(ada, bola):
    thread = make_thread(bola.viewer)
    post_message(by=ada.viewer, thread=thread, body="Hello", key=uuid4())
    assert bola.client.get("/m/").context["unread"] == 1

    raise_shield(person=ada.person, level="everywhere", other=bola.person)

    assert bola.client.get("/m/").context["unread"] == 0
