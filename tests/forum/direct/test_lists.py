"""Conversations in lists: one's own, newest first, by what one sees."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forum.direct.lists import conversations_of, conversations_with_unread, how_many_unread, lines
from network.access.viewer import viewer_of
from network.notices.models import Notice
from network.people.actions.shield import raise_shield
from network.people.models import ShieldLevel
from tests.factories.direct import make_conversation
from tests.factories.forum import say
from tests.factories.network import make_people


def shown(who):
    return [
        (", ".join(one.name for one in line.company.present), line.thread.unread)
        for line in lines(who.viewer, conversations_of(who.viewer))
    ]


def test_the_latest_word_comes_first_and_others_are_counted(ada, bola, cem):
    early, late = make_conversation(bola.person, ada.person), make_conversation(cem.person, ada.person)
    say(cem.viewer, late)
    say(bola.viewer, early)
    say(bola.viewer, early)
    say(ada.viewer, late)

    assert shown(ada) == [(cem.person.name, 1), (bola.person.name, 2)]
    assert [how_many_unread(who.viewer) for who in (ada, bola, cem)] == [3, 0, 1]
    assert len(conversations_with_unread(ada.viewer, 5)) == 2


def test_nobody_elses_are_there(ada, bola, dina, finn):
    thread = make_conversation(bola.person, ada.person)
    say(bola.viewer, thread)

    assert shown(dina) == shown(finn) == []
    assert how_many_unread(dina.viewer) == 0


def test_of_somebody_who_hides_everywhere_name_words_and_count_go(ada, bola):
    thread = make_conversation(bola.person, ada.person)
    say(ada.viewer, thread, "Mine")
    say(bola.viewer, thread, "canary words")

    raise_shield(person=bola.person, level=ShieldLevel.EVERYWHERE, other=ada.person)

    assert shown(ada) == [("", 0)] and how_many_unread(ada.viewer) == 0
    for address in ("/m/", "/m/conversations/", f"/m/t/{thread.public_id}/", f"/m/t/{thread.public_id}/leaving/"):
        page = ada.client.get(address).content.decode()
        assert "canary" not in page and bola.person.name not in page, address
    # Bola, who hides, reads on.
    assert "Mine" in bola.client.get(f"/m/t/{thread.public_id}/").content.decode()


def test_whoever_left_unseen_leaves_no_line(ada, bola, cem):
    thread = make_conversation(bola.person, ada.person)
    raise_shield(person=bola.person, level=ShieldLevel.EVERYWHERE, other=ada.person)

    bola.client.post(f"/m/t/{thread.public_id}/leaving/")

    assert bola.person.name not in ada.client.get(f"/m/t/{thread.public_id}/").content.decode()


@pytest.mark.parametrize("address", ["/m/conversations/", "/m/"])
def test_ten_cost_no_more_questions_than_one(ada, address):
    people = make_people(10)
    costs = []
    for crowd in (people[:1], people[1:]):
        for person in crowd:
            thread = make_conversation(person, ada.person)
            say(viewer_of(person), thread)
        # What one was told is asked about one by one, and is not what is counted here.
        Notice.objects.all().delete()
        ada.client.get(address)
        with CaptureQueriesContext(connection) as asked:
            ada.client.get(address)
        costs.append(len(asked))

    assert costs[0] == costs[1]


def test_who_has_none_is_asked_nothing(bola, django_assert_num_queries):
    viewer = bola.viewer
    with django_assert_num_queries(0):
        assert (how_many_unread(viewer), conversations_with_unread(viewer, 5)) == (0, [])
