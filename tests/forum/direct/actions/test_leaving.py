"""Leaving a conversation."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from forum.direct.actions.leaving import leave_conversation
from forum.spaces.actions.pause import pause_person
from forum.talk.actions.message import post_message
from forum.talk.models import Message, Thread
from network.access.visible import Refused
from network.people.actions.suspension import restore, suspend
from network.people.models import Role
from tests.factories.direct import add, make_conversation
from tests.factories.forum import make_thread, say
from tests.house.matrix import told


def page(who, thread):
    return who.client.get(f"/m/t/{thread.public_id}/").content.decode()


def test_of_three_one_leaves_and_the_others_read_so(ada, bola, cem):
    thread = add(make_conversation(bola.person, ada.person), cem.person)
    said = say(cem.viewer, thread, "My words stay")

    leave_conversation(by=cem.viewer, thread=thread)

    assert not Message.objects.visible_to(cem.viewer).filter(pk=said.pk).exists()
    assert cem.client.get(f"/m/t/{thread.public_id}/").status_code == 404
    assert f"{cem.person.name} left on" in page(ada, thread) and "My words stay" in page(ada, thread)
    assert say(ada.viewer, Thread.objects.select_related("space").get(pk=thread.pk)).pk


def test_of_two_one_leaves_and_it_has_ended(ada, bola):
    thread = make_conversation(bola.person, ada.person)
    say(bola.viewer, thread, "Before")

    leave_conversation(by=bola.viewer, thread=thread)

    with pytest.raises(Refused):
        post_message(by=ada.viewer, thread=thread, body="Still there?", key=uuid4())
    shown = page(ada, thread)
    assert "This conversation has ended." in shown and "Before" in shown and bola.person.name in shown
    leave_conversation(by=ada.viewer, thread=thread)
    assert not Thread.objects.visible_to(ada.viewer).filter(pk=thread.pk).exists()


def test_one_leaves_whatever_the_moderators_said(ada, bola, dina):
    thread = make_conversation(bola.person, ada.person)
    pause_person(by=dina.viewer, person=bola.person, span=timedelta(days=1), reason="Unkind")

    leave_conversation(by=bola.viewer, thread=thread)

    assert not Thread.objects.visible_to(bola.viewer).filter(pk=thread.pk).exists()


def test_nobody_leaves_what_is_none_of_theirs_or_no_conversation(ada, bola, cem):
    for who, thread in ((cem, make_conversation(bola.person, ada.person)), (ada, make_thread(ada.viewer))):
        with pytest.raises(Refused):
            leave_conversation(by=who.viewer, thread=thread)


def test_a_suspended_person_is_out_and_the_other_reads_nothing_of_it(ada, bola):
    thread = make_conversation(bola.person, ada.person)
    before = told(ada.client.get(f"/m/t/{thread.public_id}/"))

    suspend(person=bola.person, by=None)

    assert not Thread.objects.visible_to(bola.viewer).filter(pk=thread.pk).exists()
    assert told(ada.client.get(f"/m/t/{thread.public_id}/")) == before
    restore(person=bola.person, by=None)
    assert Thread.objects.visible_to(bola.viewer).filter(pk=thread.pk).exists()


def test_a_conversation_ends_with_the_membership(ada, bola):
    thread = make_conversation(bola.person, ada.person)

    Role.objects.filter(person=bola.person, kind="ally").update(ends_at=timezone.now())

    assert not Thread.objects.visible_to(bola.viewer).filter(pk=thread.pk).exists()
