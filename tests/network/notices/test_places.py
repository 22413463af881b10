"""Mail about one place: of what one chose for the kind and for the place, the slower holds."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from forum.talk.actions.message import post_message
from forum.talk.notices import REPLY
from network.jobs.schedule import tick
from network.jobs.worker import run_jobs
from network.notices.actions.preference import Quiet, choose_for_places, choose_mail, stop_mail
from network.notices.digest import DIGEST
from network.notices.jobs import people_due
from network.notices.kind import Pace
from network.notices.models import Notice
from network.notices.paces import pace_for, places_of, told_at
from tests.factories.forum import make_space, make_thread

TODAY = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
WEDNESDAY = TODAY + timedelta(days=(2 - TODAY.weekday()) % 7 + 7)
SLOWER = [(kind, place, kind if kind.slowness >= place.slowness else place) for kind in Pace for place in Pace]


def answer(who, thread):
    return post_message(by=who.viewer, thread=thread, body="canary", key=uuid4())


def subjects(who):
    return [one.subject for one in mail.outbox if one.to == [who.person.email]]


@pytest.mark.parametrize(("kind", "place", "holds"), SLOWER)
def test_the_slower_of_both_holds(ada, bola, topic, kind, place, holds):
    choose_mail(by=ada.viewer, paces={REPLY.name: kind}, quiet=Quiet())
    choose_for_places(by=ada.viewer, paces={topic.space.public_id: place})

    answer(bola, topic)

    mine = Notice.objects.filter(person=ada.person)
    assert [pace for pace in Pace if mine.filter(told_at(pace, ada.person.pk)).exists()] == [holds]
    run_jobs()
    assert len(subjects(ada)) == (1 if holds == Pace.AT_ONCE else 0)


def test_a_slower_space_waits_for_the_morning_and_another_does_not(ada, bola, topic):
    other = make_thread(ada.viewer, make_space("Second room"))
    with time_machine.travel(WEDNESDAY):
        choose_for_places(by=ada.viewer, paces={topic.space.public_id: Pace.DAILY})
        answer(bola, topic)
        answer(bola, topic)
        run_jobs()
        assert subjects(ada) == []
        answer(bola, other)
        run_jobs()
        assert subjects(ada) == ["Somebody answered you"]
        assert ada.person.pk in people_due(timezone.localdate())

    with time_machine.travel((WEDNESDAY + timedelta(days=1)).replace(hour=8, second=1)):
        tick()
        run_jobs()

    assert subjects(ada)[1:] == ["2 replies"]


def test_chosen_between_writing_and_sending_it_counts(ada, bola, topic):
    answer(bola, topic)
    choose_for_places(by=ada.viewer, paces={topic.space.public_id: Pace.NONE})

    run_jobs()

    assert subjects(ada) == []
    assert Notice.objects.filter(person=ada.person, kind=REPLY.name).exists()


def test_ending_digests_ends_those_of_places_too(ada, topic):
    choose_for_places(by=ada.viewer, paces={topic.space.public_id: Pace.WEEKLY, "elsewhere": Pace.NONE})

    stop_mail(person=ada.person, kind=DIGEST)

    assert places_of(ada.person.pk) == {topic.space.public_id: Pace.NONE, "elsewhere": Pace.NONE}


def test_without_a_place_nothing_is_asked(ada, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert pace_for(ada.person.pk, "") == Pace.AT_ONCE
