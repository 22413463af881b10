"""Messages that wait before others see them."""

from uuid import uuid4

import pytest
from django.core import mail

from forum.spaces.actions.steward import name_steward
from forum.spaces.models import Space
from forum.talk.actions.held import HeldSettled, decline_held, post_held, take_back_held
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import OtherWordsSameKey, post_message
from forum.talk.actions.thread import open_thread
from forum.talk.changes import cursor_now
from forum.talk.models import Held, Message, Thread
from network.access.audience import ALUMNI
from network.access.visible import Refused
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from tests.factories.forum import hold, make_space, make_thread


@pytest.fixture
def careful(ada):
    """A thread of Ada's in a space where messages are looked at first."""
    return make_thread(ada.viewer, make_space(approves_first=True))


def said(thread):
    return [message.body for message in thread.messages.in_order()][1:]


def test_what_waits_takes_no_number_and_leaves_no_trace(bola, cem, dina, careful, on_commit):
    space, before = careful.space, cursor_now(cem.viewer, careful.space)
    version = Space.objects.get(pk=space.pk).version

    with on_commit() as rung:
        held = hold(bola.viewer, careful, "canary")

    assert (Space.objects.get(pk=space.pk).version, cursor_now(cem.viewer, space)) == (version, before)
    assert said(careful) == [] and rung == []
    assert not Notice.objects.exists()
    assert list(Held.objects.visible_to(bola.viewer)) == [held] == list(Held.objects.visible_to(dina.viewer))
    assert not Held.objects.visible_to(cem.viewer).exists()


def test_approved_messages_are_their_authors_in_order_of_approval(ada, bola, cem, dina, careful):
    first, second = hold(bola.viewer, careful, "First"), hold(cem.viewer, careful, "Second")

    for held in (second, first):
        post_held(by=dina.viewer, held=held)

    messages = list(careful.messages.in_order())[1:]
    assert [(one.body, one.author) for one in messages] == [("Second", cem.person), ("First", bola.person)]
    assert Notice.objects.filter(person=ada.person, kind="talk.reply").count() == 2


def test_a_retry_is_the_same_before_and_after(bola, dina, careful):
    key = uuid4()
    held = hold(bola.viewer, careful, "Hello", key)

    assert hold(bola.viewer, careful, "Hello", key) == held
    post_held(by=dina.viewer, held=held)
    again = post_message(by=bola.viewer, thread=careful, body="Hello", key=key)

    assert (again.key, Message.objects.filter(author=bola.person).count(), Held.objects.count()) == (key, 1, 1)


def test_other_words_with_the_same_key_lose_nothing(bola, careful):
    key = uuid4()
    held = hold(bola.viewer, careful, "Hello", key)

    with pytest.raises(OtherWordsSameKey) as refused:
        post_message(by=bola.viewer, thread=careful, body="Other", key=key)

    assert refused.value.earlier == held


def test_a_declined_message_stays_its_authors_who_is_told_without_a_word(bola, dina, cem, careful):
    held = hold(bola.viewer, careful, "canary")

    decline_held(by=dina.viewer, held=held, words="Please leave out the name.")
    run_jobs()

    held.refresh_from_db()
    assert (held.state, held.body, held.words) == ("declined", "canary", "Please leave out the name.")
    assert said(careful) == [] and not Held.objects.visible_to(dina.viewer).exists()
    (letter,) = mail.outbox
    assert letter.to == [bola.person.email]
    for word in ("canary", careful.title, careful.space.name, "leave out", dina.person.name):
        assert word not in letter.message().as_string()


def test_taken_back_it_is_erased_and_cannot_be_approved(bola, dina, careful):
    held = hold(bola.viewer, careful, "Hello")

    take_back_held(by=bola.viewer, held=held)

    assert Held.objects.get().body == ""
    with pytest.raises(Refused):
        post_held(by=dina.viewer, held=held)
    assert said(careful) == []


def test_nobody_takes_back_what_is_not_theirs_and_nobody_decides_about_themselves(ada, bola, cem, dina, careful):
    held = hold(bola.viewer, careful)

    for act in (lambda: take_back_held(by=dina.viewer, held=held), lambda: post_held(by=bola.viewer, held=held)):
        with pytest.raises(Refused):
            act()
    with pytest.raises(Refused):
        decline_held(by=cem.viewer, held=held, words="No")


def test_settled_twice_it_is_settled_once(bola, dina, careful):
    held = hold(bola.viewer, careful)
    post_held(by=dina.viewer, held=held)

    with pytest.raises((Refused, HeldSettled)):
        decline_held(by=dina.viewer, held=held, words="No")
    with pytest.raises(HeldSettled):
        take_back_held(by=bola.viewer, held=held)

    assert len(said(careful)) == 1


def test_whoever_runs_the_space_is_not_held(ada, dina, careful):
    name_steward(by=dina.viewer, space=careful.space, person=ada.person)

    assert post_message(by=ada.viewer, thread=careful, body="Welcome", key=uuid4()).pk
    assert post_message(by=dina.viewer, thread=careful, body="Welcome", key=uuid4()).pk


def test_an_office_gives_no_right_to_read_what_waits(ada, dina):
    room = make_space(audience=ALUMNI, approves_first=True)
    held = hold(ada.viewer, make_thread(ada.viewer, room))

    assert not Held.objects.visible_to(dina.viewer).exists()
    with pytest.raises(Refused):
        post_held(by=dina.viewer, held=held)


def test_who_hides_from_a_steward_waits_for_another(bola, maya, dina, careful, hides):
    name_steward(by=dina.viewer, space=careful.space, person=maya.person)
    hides(bola, maya)
    held = hold(bola.viewer, careful)

    assert not Held.objects.waiting_for(maya.viewer).exists()
    assert list(Held.objects.waiting_for(dina.viewer)) == [held]


def test_a_new_thread_waits_whole(bola, cem, dina):
    space, key = make_space(approves_first=True), uuid4()
    facts = {"by": bola.viewer, "space": space, "title": "Canary", "body": "Hello", "key": key}

    for _ in range(2):
        with pytest.raises(WaitsFirst) as waits:
            open_thread(**facts)
    assert not Thread.objects.exists() and Held.objects.count() == 1

    post_held(by=dina.viewer, held=waits.value.held)
    thread = Thread.objects.get()
    assert (thread.title, thread.author, thread.messages.get().body) == ("Canary", bola.person, "Hello")
    assert open_thread(**facts) == thread
