"""One letter for many notices: once a day or week for each, true at the moment it goes, and never a word of them."""

from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from forum.talk.actions.message import delete_message, post_message
from forum.talk.notices import FOLLOWED, MENTION, REPLY
from network.jobs.schedule import tick
from network.jobs.worker import run_jobs
from network.notices import jobs
from network.notices.actions.preference import Quiet, choose_mail
from network.notices.actions.tell import mark_read
from network.notices.digest import DIGEST
from network.notices.jobs import people_due, write_digests
from network.notices.kind import Pace
from network.notices.models import Letter, Notice
from network.people.actions.role import end_role
from network.people.actions.suspension import suspend

# The cast came in just now: the next Wednesday but one, and both Sundays of next year on which the clock is changed.
TODAY = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
WEDNESDAY = TODAY + timedelta(days=(2 - TODAY.weekday()) % 7 + 7)
SUNDAYS = [
    end - timedelta(days=(end.weekday() + 1) % 7)
    for end in (datetime(TODAY.year + 1, month, 31, tzinfo=UTC) for month in (3, 10))
]


class Killed(Exception):
    """The worker's end."""


def wants(who, **paces):
    kinds = {"mentions": MENTION, "replies": REPLY, "news": FOLLOWED}
    choose_mail(by=who.viewer, paces={kinds[name].name: pace for name, pace in paces.items()}, quiet=Quiet())


def post(who, thread, body="canary", **facts):
    return post_message(by=who.viewer, thread=thread, body=body, key=uuid4(), **facts)


def letters_to(who):
    return [one for one in mail.outbox if one.to == [who.person.email]]


def morning(now):
    """The worker at eight o'clock of the next morning. Gives that moment."""
    at = timezone.localtime(now) + timedelta(days=1)
    at = at.replace(hour=8, minute=0, second=1)
    with time_machine.travel(at, tick=False):
        tick()
        run_jobs()
    return at


def test_it_counts_and_says_nothing_else(ada, bola, topic):
    with time_machine.travel(WEDNESDAY):
        wants(ada, mentions=Pace.DAILY, replies=Pace.DAILY)
        for _ in range(3):
            post(bola, topic)
        other = post(ada, topic)
        post(bola, other.thread, f"@{ada.person.name}", reply_to=post(bola, topic))
        run_jobs()
    assert letters_to(ada) == []

    morning(WEDNESDAY)

    (letter,) = letters_to(ada)
    assert letter.subject == "1 mention and 4 replies"
    for word in ("canary", topic.title, topic.space.name, bola.person.name, ada.person.name):
        assert word not in letter.message().as_string()


def test_what_was_told_read_or_is_no_longer_true_is_not_counted(ada, bola, topic):
    with time_machine.travel(WEDNESDAY):
        wants(ada, replies=Pace.DAILY)
        gone, read, *_ = (post(bola, topic) for _ in range(4))
        delete_message(by=bola.viewer, message=gone)
        mark_read(by=ada.viewer, notices=list(Notice.objects.filter(ref=read.public_id)))
    day = morning(WEDNESDAY)
    assert letters_to(ada)[0].subject == "2 replies"

    morning(day)
    assert len(letters_to(ada)) == 1


def test_a_right_lost_between_writing_and_sending_counts(ada, cem, bola, topic):
    with time_machine.travel(WEDNESDAY):
        for who in (ada, cem):
            wants(who, mentions=Pace.DAILY, replies=Pace.DAILY)
        post(bola, topic, f"@{cem.person.name}")
        run_jobs()
        write_digests.now()
        for role in ada.person.roles.all():
            end_role(role=role, by=None)
        suspend(person=cem.person, by=None)
        run_jobs()

    assert letters_to(ada) == letters_to(cem) == []


def test_the_week_comes_on_monday_and_never_two_letters_that_day(ada, bola, topic):
    with time_machine.travel(WEDNESDAY):
        wants(ada, mentions=Pace.WEEKLY, replies=Pace.DAILY)
        post(bola, topic, f"@{ada.person.name}", reply_to=post(bola, topic))
    day = morning(WEDNESDAY)
    assert [letter.subject for letter in letters_to(ada)] == ["1 reply"]
    while timezone.localtime(day).weekday() != 0:
        day = morning(day)
        if timezone.localtime(day).weekday() == 6:
            with time_machine.travel(day):
                post(bola, topic)

    assert [letter.subject for letter in letters_to(ada)] == ["1 reply", "1 mention and 1 reply"]


def test_whoever_chose_nothing_gets_no_digest(ada, bola, topic):
    with time_machine.travel(WEDNESDAY):
        post(bola, topic)
        run_jobs()
        assert [letter.subject for letter in letters_to(ada)] == ["Somebody answered you"]
        assert list(people_due(timezone.localdate())) == []


def test_run_twice_or_killed_half_way_each_gets_one(bola, ada, cem, topic, monkeypatch):
    people = [ada, cem]
    with time_machine.travel(WEDNESDAY):
        for who in people:
            wants(who, replies=Pace.DAILY)
            post(bola, topic, reply_to=post(who, topic))
        real, written = jobs.write_digest, []

        def die_after_one(*facts):
            if written:
                raise Killed
            written.append(real(*facts))

        monkeypatch.setattr(jobs, "write_digest", die_after_one)
        with pytest.raises(Killed):
            write_digests.now()
        monkeypatch.setattr(jobs, "write_digest", real)
        for _ in range(2):
            write_digests.now()
            run_jobs()

    assert [len(letters_to(who)) for who in people] == [1, 1]


def test_without_the_turns_key_it_would_be_two(ada, bola, topic, monkeypatch):
    """The guard is what makes the test above pass."""
    real = jobs.write_digest
    monkeypatch.setattr(jobs, "write_digest", lambda person, ref, turn: real(person, ref, f"{turn} {uuid4()}"))
    with time_machine.travel(WEDNESDAY):
        wants(ada, replies=Pace.DAILY)
        post(bola, topic)
        for _ in range(2):
            write_digests.now()

    assert Letter.objects.filter(kind=DIGEST).count() == 2


@pytest.mark.parametrize("sunday", SUNDAYS, ids=["into summer", "out of it"])
def test_one_comes_at_eight_on_both_sundays_of_the_clock(ada, bola, topic, sunday):
    with time_machine.travel(sunday - timedelta(hours=6)):
        # Turns of before are none of ours.
        tick()
        run_jobs()
        wants(ada, replies=Pace.DAILY)
        post(bola, topic)
    came = []
    for minutes in range(-4 * 60, 14 * 60, 20):
        with time_machine.travel(sunday + timedelta(minutes=minutes), tick=False):
            tick()
            run_jobs()
            came += [timezone.localtime().time()] * (len(letters_to(ada)) - len(came))

    assert came == [time(8)]
