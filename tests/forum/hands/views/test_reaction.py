import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.hands import lists
from forum.hands.actions.reaction import add_reaction
from forum.talk.actions.thread import close_thread
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.factories.forum import make_thread, say
from tests.factories.network import make_person

FRAGMENT = {"X-Fragment": "1"}


def page_of(name, message):
    return reverse(name, args=[message.thread.public_id, message.public_id])


def thread_page(who, message):
    return who.client.get(reverse("thread", args=[message.thread.public_id])).text


def section(who, message):
    found = re.search(
        r'<section class="message-actions" id="reactions".*?</section>', own_page(who, message), re.DOTALL
    )
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", found[0])) if found else ""


def own_page(who, message):
    return who.client.get(page_of("message", message)).text


@pytest.fixture
def spoken(topic):
    return Message.objects.select_related("thread", "space").get(thread=topic)


def react(who, message, kind="agree"):
    add_reaction(by=getattr(who, "viewer", who), message=message, kind=kind)


def test_by_plain_forms_one_answers_and_takes_it_back(bola, spoken):
    add, remove = page_of("reactions", spoken), page_of("reactions_removal", spoken)
    assert add in own_page(bola, spoken) and remove not in own_page(bola, spoken)

    assert bola.client.post(add, {"kind": "agree"})["Location"] == f"{page_of('message', spoken)}#reactions"
    assert remove in own_page(bola, spoken) and "Agree, 1 person, including you" in section(bola, spoken)

    bola.client.post(remove, {"kind": "agree"})
    assert remove not in own_page(bola, spoken)


def test_opening_the_address_reacts_to_nothing(bola, spoken):
    assert bola.client.get(page_of("reactions", spoken)).status_code == 405


@pytest.mark.parametrize("kind", ["", "boo", "agree" * 100])
def test_only_the_five_words_are_taken(bola, spoken, kind):
    assert bola.client.post(page_of("reactions", spoken), {"kind": kind}).status_code == 422


def test_a_page_that_is_open_gets_the_counts_back(ada, bola, spoken):
    react(ada, spoken)

    answer = bola.client.post(page_of("reactions", spoken), {"kind": "agree"}, headers=FRAGMENT)

    assert 'data-kind="agree"' in answer.text and "<b data-many>2</b>" in answer.text
    assert "<html" not in answer.text


def test_in_a_thread_they_stand_in_the_order_of_first_use_and_tell_nobodys_name(ada, bola, cem, dina, spoken):
    react(ada, spoken, "useful")
    for who in (bola, cem):
        react(who, spoken, "agree")

    shown = thread_page(dina, spoken)

    assert re.findall(r'data-kind="(\w+)" data-keep="reaction', shown) == ["useful", "agree"]
    assert re.findall(r"<b data-many>(\d+)</b>", shown) == ["1", "2"]
    assert cem.person.name not in shown and cem.person.public_id not in shown


def test_what_is_mine_stands_in_one_place_of_the_page_and_in_no_message(bola, cem, spoken):
    react(bola, spoken, "useful")

    mine, others = thread_page(bola, spoken), thread_page(cem, spoken)

    assert f'data-mine="{spoken.public_id}:useful"' in mine and 'data-mine=""' in others
    log = re.compile(r'<div class="log".*?</article>', re.DOTALL)
    assert log.search(mine)[0] == log.search(others)[0]


def test_who_reacted_is_on_the_messages_page_for_those_who_see_them(bola, cem, maya, spoken, hides):
    for who in (bola, cem):
        react(who, spoken)
    assert "Bola Akande, Cem" in section(maya, spoken)

    hides(cem, maya)

    assert cem.person.name in section(bola, spoken) and "Agree, 2 people" in section(bola, spoken)
    assert cem.person.name not in section(maya, spoken) and "Agree, 1 person" in section(maya, spoken)


def test_a_long_list_ends_in_a_number(ada, bola, cem, spoken, monkeypatch):
    monkeypatch.setattr(lists, "MOST_NAMED", 1)
    for who in (ada, bola, cem):
        react(who, spoken)

    assert f"{ada.person.name} and 2 others" in section(bola, spoken)


def test_where_the_thread_is_closed_it_says_so_and_shows_who_reacted(ada, bola, spoken, topic):
    react(bola, spoken)
    close_thread(by=ada.viewer, thread=topic)

    shown = section(bola, spoken)

    assert "This thread is closed" in shown and bola.person.name in shown
    assert page_of("reactions", spoken) not in own_page(bola, spoken)
    assert 'id="hands"' not in thread_page(bola, spoken)
    assert bola.client.post(page_of("reactions", spoken), {"kind": "agree"}).status_code == 403


def test_faster_than_by_hand_it_waits(bola, spoken, settings):
    settings.ACCOUNT_RATE_LIMITS = {"raise_hand": "2/m/user"}
    answers = [bola.client.post(page_of("reactions", spoken), {"kind": "agree"}).status_code for _ in range(3)]

    assert answers == [302, 302, 429]


def test_ten_messages_ask_no_more_questions_than_one(ada, bola, cem, lounge):
    def asked(many):
        topic = make_thread(ada.viewer, lounge)
        for message in [say(ada.viewer, topic) for _ in range(many)]:
            for who in (bola, cem):
                react(who, message, "agree")
                react(who, message, "useful")
        thread_page(bola, message)
        with CaptureQueriesContext(connection) as queries:
            thread_page(bola, message)
        return len(queries)

    assert asked(1) == asked(10)


def test_ten_who_reacted_ask_no_more_questions_than_one(ada, bola, topic, spoken):
    def asked(many):
        message = say(ada.viewer, topic)
        for _ in range(many):
            react(viewer_of(make_person(roles=((RoleKind.ALLY, ""),))), message)
        own_page(bola, message)
        with CaptureQueriesContext(connection) as queries:
            own_page(bola, message)
        return len(queries)

    assert asked(1) == asked(10)


def test_a_thread_in_which_nobody_raised_a_hand_is_not_asked_for_any(bola, spoken):
    thread_page(bola, spoken)
    with CaptureQueriesContext(connection) as queries:
        thread_page(bola, spoken)

    assert not [query for query in queries if "hands_" in query["sql"]]
