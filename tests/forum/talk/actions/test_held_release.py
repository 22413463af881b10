"""When what was held comes up: rights asked again, the clock, and what is no way round."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.files.models import Upload
from forum.spaces.actions.hold_order import hold_next_posts
from forum.spaces.actions.pause import pause_person
from forum.spaces.actions.space import Manner, change_manner
from forum.spaces.models import Space
from forum.talk.actions.held import decline_held, post_delayed, post_held
from forum.talk.actions.message import edit_message, post_message
from forum.talk.actions.pace import PostingTooFast
from forum.talk.actions.thread import close_thread
from forum.talk.jobs import forget_settled, look_for_delayed
from forum.talk.models import Held, HeldState, Thread
from network.access.audience import direct
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
    # As consent opens it: nobody opens a thread in a conversation by themselves.
    thread = Thread.objects.create(space=Space.objects.get(pk=room.pk), author=ada.person, title="Us", key=uuid4())
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


def test_files_are_not_taken_where_nobody_could_look_at_them(bola, careful, delayed):
    for thread in (careful, delayed):
        with pytest.raises(Refused, match="files cannot wait"):
            post_message(by=bola.viewer, thread=thread, body="Look", key=uuid4(), uploads=[Upload()])
    assert not Held.objects.exists()
