"""Stopping a talk at once, and what follows."""

from contextlib import suppress
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone

from forum.concerns.models import Concern
from forum.stage.actions.halt import AnotherHostFirst, put_back, readmit, resume_talk, send_care, stop_talk
from forum.stage.models import Ejection, Halt
from forum.talk.actions.deletion import restore, take_back
from forum.talk.changes import cursor_now
from forum.talk.models import Message
from forum.talk.rules import can_post
from network.access.visible import Refused, can_see
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from network.people.actions.role import grant_role
from network.people.models import Role
from tests.cast import Someone
from tests.factories.forum import say
from tests.factories.stage import anew, ask_in, thread_of
from tests.live import Listener, listen_together, ticket_for


def stop(by: Someone, sitting, **more) -> Halt:
    return stop_talk(by=by.viewer, sitting=anew(sitting), key=uuid4(), **more)


def standing(sitting) -> list[str]:
    return list(Message.objects.standing().filter(thread=sitting.thread).in_order().values_list("body", flat=True))[1:]


def test_from_the_press_on_nobody_writes_but_the_hosts(live_talk, ada, bola):
    stop(ada, live_talk)

    assert not can_post(bola.viewer, thread_of(live_talk)) and can_post(ada.viewer, thread_of(live_talk))
    resume_talk(by=ada.viewer, sitting=anew(live_talk))
    assert can_post(bola.viewer, thread_of(live_talk))


def test_two_open_pages_hear_that_it_stopped_and_what_went(live_talk, ada, bola, cem, committed):
    spoken, space = say(bola.viewer, thread_of(live_talk), "canary"), live_talk.thread.space
    pages = [Listener(ticket_for(one, space), cursor_now(one.viewer, space)) for one in (bola, cem)]

    listen_together(pages, committed(lambda: stop(ada, live_talk, minutes=5)))

    for page in pages:
        frames = {frame["element"]: frame["html"] for frame in page.heard if frame["kind"] == "message"}
        assert "data-frozen" in frames[live_talk.opening.element_id]
        assert "hidden here" in frames[spoken.element_id] and "canary" not in frames[spoken.element_id]


def test_whoever_is_put_out_hears_and_reads_nothing_more(live_talk, ada, bola, cem, committed):
    space = live_talk.thread.space
    thrown, stays = (Listener(ticket_for(one, space), cursor_now(one.viewer, space)) for one in (cem, bola))

    listen_together(
        [thrown, stays],
        committed(lambda: stop(ada, live_talk, people=[cem.person])),
        committed(lambda: say(ada.viewer, thread_of(live_talk), "After")),
    )

    assert thrown.why is not None and not any("After" in frame.get("html", "") for frame in thrown.heard)
    assert any("After" in frame.get("html", "") for frame in stays.heard)
    assert not can_see(cem.viewer, live_talk)
    assert cem.client.get(f"/m/t/{live_talk.thread.public_id}/").status_code == 404


def test_going_on_lets_nobody_in_again_but_a_word_for_one_does(live_talk, ada, bola, cem):
    stop(ada, live_talk, people=[bola.person, cem.person])
    resume_talk(by=ada.viewer, sitting=anew(live_talk))
    assert not can_see(cem.viewer, live_talk) and not can_see(bola.viewer, live_talk)

    readmit(by=ada.viewer, ejection=Ejection.objects.get(person=cem.person))

    assert can_see(cem.viewer, live_talk) and not can_see(bola.viewer, live_talk)
    with pytest.raises(AnotherHostFirst):
        readmit(by=ada.viewer, ejection=Ejection.objects.get(person=cem.person))


def test_whom_the_moderators_keep_out_no_host_lets_in(live_talk, ada, cem):
    grant_role(person=cem.person, kind="barred", scope=live_talk.thread.space.public_id, by=None)

    stop(ada, live_talk, people=[cem.person])

    assert not Ejection.objects.exists() and Role.objects.current().filter(kind="barred").count() == 1


def test_nobody_puts_out_a_host_or_stops_what_is_not_theirs(live_talk, ada, bola, dina, finn):
    with pytest.raises(Refused):
        stop(ada, live_talk, people=[ada.person])
    for one in (bola, dina, finn):
        with pytest.raises(Refused):
            stop(one, live_talk)


def test_only_the_last_minutes_go_and_they_come_back_in_their_place(live_talk, ada, bola):
    earlier = say(bola.viewer, thread_of(live_talk), "Earlier")
    Message.objects.filter(pk=earlier.pk).update(said_at=timezone.now() - timedelta(minutes=20))
    say(bola.viewer, thread_of(live_talk), "Just now")
    say(ada.viewer, thread_of(live_talk), "Of the host")

    stop(ada, live_talk, minutes=5)

    assert standing(live_talk) == ["Earlier", "Of the host"]
    put_back(by=ada.viewer, sitting=live_talk)
    put_back(by=ada.viewer, sitting=live_talk)
    assert standing(live_talk) == ["Earlier", "Just now", "Of the host"]


def test_without_minutes_nothing_is_hidden(live_talk, ada, bola):
    say(bola.viewer, thread_of(live_talk), "Just now")

    stop(ada, live_talk)

    assert standing(live_talk) == ["Just now"]


def test_what_was_asked_goes_with_the_rest(live_talk, ada, bola, cem):
    ask_in(bola.viewer, live_talk)
    place = f"/m/t/{live_talk.thread.public_id}/session/"
    before = cem.client.get(place, headers={"X-Fragment": "1"})

    stop(ada, live_talk, minutes=5)

    after = cem.client.get(place, headers={"X-Fragment": "1"})
    assert [answer.status_code for answer in (before, after)] == [200, 200]
    assert ["What comes next?" in answer.text for answer in (before, after)] == [True, False]


def test_the_moderators_have_a_note_within_the_hour_and_one_for_two_presses(live_talk, ada, dina):
    stop(ada, live_talk)
    stop(ada, live_talk)

    (concern,) = Concern.objects.visible_to(dina.viewer).open()
    assert (concern.kind, concern.ref) == ("thread", live_talk.thread.public_id)
    assert concern.due_at - concern.opened_at == timedelta(hours=1)


def test_the_same_press_twice_is_one(live_talk, ada, cem):
    key = uuid4()
    first = stop_talk(by=ada.viewer, sitting=anew(live_talk), key=key, people=[cem.person])

    assert stop_talk(by=ada.viewer, sitting=anew(live_talk), key=key, people=[cem.person]) == first
    assert Ejection.objects.count() == 1


def test_a_word_to_everybody_stands_in_the_talk_and_mail_says_nothing(live_talk, ada, bola, cem):
    halt = stop(ada, live_talk, people=[cem.person])
    mail.outbox.clear()

    send_care(by=ada.viewer, halt=halt, words="A canary for everybody")
    run_jobs()
    run_jobs()

    assert standing(live_talk)[-1] == "A canary for everybody"
    assert [notice.person for notice in Notice.objects.filter(kind="stage.care")] == [bola.person]
    assert not any("canary" in letter.message().as_string() for letter in mail.outbox)
    with pytest.raises(AnotherHostFirst):
        send_care(by=ada.viewer, halt=halt, words="Again")


def test_what_several_presses_cleared_comes_back_together(live_talk, ada, bola, cem):
    say(bola.viewer, thread_of(live_talk), "Just now")
    stop(ada, live_talk, minutes=5)
    stop(ada, live_talk, people=[bola.person])

    put_back(by=ada.viewer, sitting=live_talk)

    assert standing(live_talk) == ["Just now"]


def test_the_same_press_sent_again_after_going_on_stops_nothing(live_talk, ada, bola):
    key = uuid4()
    first = stop_talk(by=ada.viewer, sitting=anew(live_talk), key=key)
    resume_talk(by=ada.viewer, sitting=anew(live_talk))

    again = stop_talk(by=ada.viewer, sitting=anew(live_talk), key=key)

    assert again == first and can_post(bola.viewer, thread_of(live_talk))


def test_what_was_deleted_a_moment_before_does_not_come_back_by_an_undo(live_talk, ada, bola):
    spoken = say(bola.viewer, thread_of(live_talk), "canary")
    take_back(by=bola.viewer, message=spoken)

    stop(ada, live_talk, minutes=5)

    with suppress(Refused):
        restore(by=bola.viewer, message=Message.objects.get(pk=spoken.pk))
    assert standing(live_talk) == []
