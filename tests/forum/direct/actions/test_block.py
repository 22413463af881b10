"""Having nothing to do with somebody: conversations of the two end, and neither asks the other."""

from uuid import uuid4

import pytest

from forum.direct.actions.block import block_person, unblock_person
from forum.direct.actions.leaving import leave_conversation
from forum.direct.models import Invitation
from forum.talk.actions.message import post_message
from forum.talk.mentions import mentioned_in
from forum.talk.models import Thread
from forum.talk.notices import REPLY
from network.access.visible import Refused
from network.notices.models import Notice
from tests.factories.direct import add, ask, list_for, make_conversation
from tests.factories.forum import make_thread, say
from tests.house.matrix import told


def post(who, thread, **facts):
    thread = Thread.objects.select_related("space").get(pk=thread.pk)
    return post_message(by=who.viewer, thread=thread, body="Hello", key=uuid4(), **facts)


def test_their_conversation_takes_no_more_words_and_stays_readable(ada, bola):
    thread = make_conversation(bola.person, ada.person)
    said = say(bola.viewer, thread, "Before")

    block_person(by=ada.viewer, person=bola.person)

    for who in (ada, bola):
        with pytest.raises(Refused):
            post(who, thread)
        page = who.client.get(f"/m/t/{thread.public_id}/").content.decode()
        assert "Before" in page and "This conversation has ended." in page
    assert said.pk


def test_it_reads_as_after_a_leave(ada, bola, cem):
    """The one who was blocked cannot tell it from having been left."""
    blocked, left = make_conversation(bola.person, ada.person), make_conversation(bola.person, cem.person)

    block_person(by=ada.viewer, person=bola.person)
    leave_conversation(by=cem.viewer, thread=left)

    pages = [told(bola.client.get(f"/m/t/{thread.public_id}/"))[3].decode() for thread in (blocked, left)]
    for thread, who, number in ((blocked, ada, 0), (left, cem, 1)):
        for word in (thread.public_id, thread.space.public_id, who.person.name, who.person.public_id):
            pages[number] = pages[number].replace(word, "x")
    without_cursor = [page.partition('data-cursor="')[0] + page.partition("data-changes=")[2] for page in pages]
    assert without_cursor[0] == without_cursor[1]


def test_neither_asks_the_other_until_it_is_lifted(ada, bola):
    list_for(ada.person)
    list_for(bola.person)

    block_person(by=ada.viewer, person=bola.person)
    asked = [ask(bola.person, ada.person), ask(ada.person, bola.person)]
    assert [one.is_passed_on for one in asked] == [False, False]

    Invitation.objects.all().delete()
    unblock_person(by=ada.viewer, person=bola.person)
    assert ask(bola.person, ada.person).is_passed_on


def test_a_request_that_waits_is_gone_and_its_asker_sees_it_still(ada, bola):
    list_for(ada.person)
    ask(bola.person, ada.person)

    block_person(by=ada.viewer, person=bola.person)

    assert not Invitation.objects.visible_to(ada.viewer).exists()
    assert Invitation.objects.asked_by(bola.viewer).count() == 1


def test_a_group_goes_on(ada, bola, cem):
    thread = add(make_conversation(bola.person, ada.person), cem.person)

    block_person(by=ada.viewer, person=bola.person)

    assert post(bola, thread).pk and post(ada, thread).pk


def test_nobody_is_told_of_an_answer_by_whom_they_blocked(ada, bola, cem):
    thread = make_thread(ada.viewer)
    block_person(by=ada.viewer, person=bola.person)

    post(bola, thread)
    assert not Notice.objects.filter(person=ada.person, kind=REPLY.name).exists()
    post(cem, thread)
    assert Notice.objects.filter(person=ada.person, kind=REPLY.name).count() == 1


def test_a_name_written_by_whom_one_blocked_calls_nobody(ada, bola, cem):
    space = make_thread(ada.viewer).space
    body = f"@{ada.person.name} and @{cem.person.name}"
    block_person(by=ada.viewer, person=bola.person)

    assert mentioned_in(body, bola.viewer, space) == [cem.person.pk]


def test_nobody_blocks_themselves_or_without_membership(ada, finn):
    for who in (ada, finn):
        with pytest.raises(Refused):
            block_person(by=who.viewer, person=ada.person)
