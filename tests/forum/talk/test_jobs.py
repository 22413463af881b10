"""Who is told of what is new in a thread they follow."""

from uuid import uuid4

import time_machine
from django.core import mail
from django.utils import timezone

from forum.talk.actions.following import set_following
from forum.talk.actions.message import delete_message, post_message
from forum.talk.actions.reading import mark_read
from forum.talk.jobs import tell_followers
from forum.talk.models import Following
from forum.talk.notices import A_MOMENT, FOLLOWED, key_since_read
from network.jobs.worker import run_jobs
from network.notices.actions.tell import mark_read as mark_notices_read
from network.notices.actions.tell import tell
from network.notices.kind import Pace
from network.notices.models import MailChoice, Notice
from network.people.actions.role import end_role
from tests.factories.forum import make_thread, say


def post(who, thread, **facts):
    return post_message(by=who.viewer, thread=thread, body="canary", key=uuid4(), **facts)


def follow(who, thread, level="follow"):
    return set_following(by=who.viewer, thread=thread, level=level)


def by_mail(who):
    """They want a letter for each: unless asked to, nobody is written to of what they follow."""
    MailChoice.objects.create(person=who.person, kind=FOLLOWED.name, pace=Pace.AT_ONCE)


def told(who):
    return list(Notice.objects.filter(person=who.person, kind=FOLLOWED.name).order_by("pk"))


def later():
    """The worker, when the moment has passed."""
    with time_machine.travel(timezone.now() + A_MOMENT * 2):
        run_jobs()


def test_followers_are_told_by_neutral_words_and_the_author_is_not(bola, cem, topic):
    by_mail(cem)
    follow(cem, topic)
    message = post(bola, topic)

    later()

    assert [notice.ref for notice in told(cem)] == [message.public_id]
    assert told(bola) == []
    (letter,) = [one for one in mail.outbox if one.to == [cem.person.email]]
    assert letter.subject == "Something new in a discussion"
    for word in ("canary", topic.title, topic.space.name, bola.person.name):
        assert word not in letter.message().as_string()


def test_whoever_was_answered_is_not_told_a_second_time(ada, bola, topic):
    post(bola, topic)

    later()

    assert told(ada) == []
    assert Notice.objects.filter(person=ada.person, kind="talk.reply").count() == 1


def test_whoever_reads_along_is_not_told(bola, cem, topic):
    follow(cem, topic)
    message = post(bola, topic)
    mark_read(by=cem.viewer, thread=topic, upto=message)

    later()

    assert told(cem) == []


def test_there_is_one_notice_until_it_or_the_thread_was_read(bola, cem, topic):
    follow(cem, topic)
    for _ in range(3):
        last = post(bola, topic)
        tell_followers.now(last.pk)
    assert len(told(cem)) == 1

    mark_read(by=cem.viewer, thread=topic, upto=last)
    assert told(cem)[0].read_at
    tell_followers.now(post(bola, topic).pk)
    assert len(told(cem)) == 2

    mark_notices_read(by=cem.viewer, notices=told(cem))
    tell_followers.now(post(bola, topic).pk)
    assert len(told(cem)) == 3


def test_an_attempt_that_was_killed_half_way_is_finished_once(bola, cem, dina, topic):
    follow(cem, topic)
    message = post(bola, topic)
    tell_followers.now(message.pk)
    mark_notices_read(by=cem.viewer, notices=told(cem))
    follow(dina, topic)

    tell_followers.now(message.pk)

    assert (len(told(cem)), len(told(dina))) == (1, 1)


def test_two_workers_that_looked_at_once_tell_once_and_twice_without_the_common_key(bola, cem, topic):
    follow(cem, topic)
    first, second = post(bola, topic), post(bola, topic)
    looked = [key_since_read(cem.person, topic.pk) for _ in range(2)]

    for message, key in zip((first, second), looked, strict=True):
        tell(person=cem.person, kind=FOLLOWED, ref=message.public_id, key=key)
    assert len(told(cem)) == 1

    for message in (first, second):
        tell(person=cem.person, kind=FOLLOWED, ref=message.public_id, key=f"{FOLLOWED.name}:{message.pk}")
    assert len(told(cem)) == 3


def test_a_muted_thread_tells_nothing_not_even_its_author(ada, bola, cem, topic):
    follow(ada, topic, "mute")
    follow(cem, topic, "mute")
    answered = say(cem.viewer, topic)

    post(bola, topic)
    post(bola, topic, reply_to=answered)
    later()

    assert not Notice.objects.filter(person__in=[ada.person, cem.person]).exists()


def test_a_thread_muted_meanwhile_sends_no_letter(bola, cem, topic):
    by_mail(cem)
    follow(cem, topic)
    tell_followers.now(post(bola, topic).pk)
    follow(cem, topic, "mute")

    run_jobs()

    assert [one for one in mail.outbox if one.to == [cem.person.email]] == []


def test_who_hides_everywhere_is_never_told_of(ada, bola, maya, lounge, hides):
    thread = make_thread(bola.viewer, lounge)
    follow(maya, thread)
    hides(ada, maya)

    post(ada, thread)
    later()
    assert told(maya) == []

    post(bola, thread)
    later()
    assert len(told(maya)) == 1


def test_a_shield_or_a_lost_right_between_telling_and_sending_counts(bola, cem, dina, topic, hides):
    for who in (cem, dina):
        by_mail(who)
        follow(who, topic)
    tell_followers.now(post(bola, topic).pk)
    hides(bola, cem)
    for role in dina.person.roles.all():
        end_role(role=role, by=None)

    run_jobs()

    assert len(told(cem)) == len(told(dina)) == 1
    assert {address for one in mail.outbox for address in one.to}.isdisjoint({cem.person.email, dina.person.email})


def test_a_right_that_ended_before_is_not_told_at_all(ada, cem, alumni_room):
    thread = make_thread(ada.viewer, alumni_room)
    Following.objects.create(person=cem.person, thread=thread, level="follow")

    post(ada, thread)
    later()

    assert told(cem) == []


def test_a_message_taken_back_is_not_told(bola, cem, topic):
    follow(cem, topic)
    delete_message(by=bola.viewer, message=post(bola, topic))

    later()

    assert told(cem) == []
