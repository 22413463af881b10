"""Messages that wait before others see them."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from forum.spaces.actions.hold_order import hold_next_posts
from forum.spaces.actions.pause import pause_person
from forum.spaces.actions.space import Manner, change_manner
from forum.spaces.actions.steward import name_steward
from forum.spaces.models import Space
from forum.talk.actions.held import AlreadySettled, decline_held, post_delayed, post_held, take_back_held
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import OtherWordsSameKey, edit_message, post_message
from forum.talk.actions.pace import PostingTooFast
from forum.talk.actions.thread import close_thread, open_thread
from forum.talk.changes import cursor_now
from forum.talk.jobs import forget_settled, look_for_delayed
from forum.talk.models import Held, HeldState, Message, Thread
from network.access.audience import ALUMNI, direct
from network.access.visible import Refused
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.factories.forum import hold, make_space, make_thread, say


@pytest.fixture
def careful(ada):
    """A thread of Ada's in a space where messages are looked at first."""
    return make_thread(ada.viewer, make_space(approves_first=True))


@pytest.fixture
def delayed(ada):
    return make_thread(ada.viewer, make_space(delay_seconds=10))


def later(seconds=11):
    return time_machine.travel(timezone.now() + timedelta(seconds=seconds))


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

    with pytest.raises((Refused, AlreadySettled)):
        decline_held(by=dina.viewer, held=held, words="No")
    with pytest.raises(AlreadySettled):
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


@pytest.mark.parametrize("lost", ["barred", "paused", "closed", "shield"])
def test_rights_are_asked_again_and_the_author_is_told(ada, bola, dina, careful, hides, lost):
    held = hold(bola.viewer, careful, "canary")
    if lost == "barred":
        scope = careful.space.public_id
        grant_role(person=bola.person, kind=RoleKind.BARRED, scope=scope, by=None)
    elif lost == "paused":
        pause_person(by=dina.viewer, person=bola.person, span=timedelta(days=1), reason="Rest")
    elif lost == "closed":
        close_thread(by=ada.viewer, thread=careful)
    else:
        hides(ada, bola)

    post_held(by=dina.viewer, held=held)

    held.refresh_from_db()
    assert (held.state, held.body, said(careful)) == (HeldState.LOST, "canary", [])
    assert [notice.kind for notice in Notice.objects.filter(person=bola.person)] == ["talk.lost"]


def test_pace_and_slow_mode_count_what_waits(bola, cem, dina, ada):
    slow = make_thread(ada.viewer, make_space(approves_first=True, slow_seconds=30))
    with time_machine.travel("2031-11-04T11:00:00Z", tick=False) as clock:
        held = hold(bola.viewer, slow)
        with pytest.raises(PostingTooFast):
            hold(bola.viewer, slow)
        clock.shift(29)
        post_held(by=dina.viewer, held=held)
        clock.shift(1)
        assert hold(bola.viewer, slow).pk

    thread = make_thread(ada.viewer, make_space(approves_first=True))
    for _ in range(10):
        hold(cem.viewer, thread)
    with pytest.raises(PostingTooFast):
        hold(cem.viewer, thread)


def test_an_edit_is_no_way_round(bola, lounge, ada, dina):
    message = say(bola.viewer, make_thread(ada.viewer, lounge), "Hello")
    change_manner(by=dina.viewer, space=lounge, manner=Manner(approves_first=True))
    message.refresh_from_db()

    with pytest.raises(Refused):
        edit_message(by=bola.viewer, message=message, body="Other words")


def test_a_private_conversation_holds_nothing(ada, bola, dina):
    room = make_space()
    Space.objects.filter(pk=room.pk).update(audience=direct(room.public_id))
    for who in (ada, bola):
        grant_role(person=who.person, kind=RoleKind.CORRESPONDENT, scope=room.public_id, by=None)
    thread = make_thread(ada.viewer, Space.objects.get(pk=room.pk))
    hold_next_posts(by=dina.viewer, person=bola.person, posts=3, reason="Look first")

    assert post_message(by=bola.viewer, thread=thread, body="Hello", key=uuid4()).pk


def test_a_delayed_message_is_posted_by_the_clock_once(bola, delayed):
    held = hold(bola.viewer, delayed, "Hello")
    run_jobs()
    post_delayed(held.pk)
    assert said(delayed) == []

    with later():
        run_jobs()
        post_delayed(held.pk)
        look_for_delayed.now()

    assert said(delayed) == ["Hello"]


def test_a_job_that_was_lost_is_made_good(bola, delayed):
    hold(bola.viewer, delayed, "Hello")

    with later():
        look_for_delayed.now()

    assert said(delayed) == ["Hello"]


def test_a_delayed_message_can_be_taken_out_before(bola, dina, delayed):
    decline_held(by=dina.viewer, held=hold(bola.viewer, delayed), words="Not here, please.")

    with later():
        run_jobs()

    assert said(delayed) == []


def test_in_a_frozen_space_it_goes_on_waiting_until_somebody_has_looked(bola, dina, delayed):
    held = hold(bola.viewer, delayed, "Hello")
    Space.objects.filter(pk=delayed.space_id).update(frozen_at=timezone.now())
    with later():
        run_jobs()
        with pytest.raises(Refused):
            post_held(by=dina.viewer, held=held)
    assert (Held.objects.get().state, said(delayed)) == ("waiting", [])

    Space.objects.filter(pk=delayed.space_id).update(frozen_at=None)
    post_held(by=dina.viewer, held=held)
    assert said(delayed) == ["Hello"]


def test_what_was_settled_is_forgotten_after_a_month(bola, dina, careful):
    decline_held(by=dina.viewer, held=hold(bola.viewer, careful), words="No")
    waiting = hold(bola.viewer, careful)

    with time_machine.travel(timezone.now() + timedelta(days=31)):
        forget_settled.now()

    assert list(Held.objects.all()) == [waiting]
