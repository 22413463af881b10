"""A talk follows the rights of those in it, and its event."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from events.booking.actions.registration import cancel
from events.booking.actions.talk import open_talk
from events.booking.jobs import look_for_lost_seats
from events.booking.models import Registration
from forum.stage.models import Host, Phase
from forum.stage.rules import can_host
from network.access.audience import ALUMNI
from network.access.visible import can_see
from network.jobs.worker import run_jobs
from network.people.actions.role import end_role, grant_role
from network.people.models import RoleKind
from tests.events.booking.actions.test_talk import book, reads
from tests.factories.events import change, make_event
from tests.factories.stage import anew


@pytest.fixture
def alumni_evening(finn, ada, cem):
    """An evening for alumni that is on, with its talk: Ada and Cem, who was taken for one of them, have a seat."""
    mistaken = grant_role(person=cem.person, kind=RoleKind.ALUMNA, by=None)
    event = make_event(audience=ALUMNI)
    for one in (ada, cem):
        book(one, event)
    talk = open_talk(by=finn.viewer, event=event, chairs=[cem.person])
    with time_machine.travel(event.starts_at + timedelta(minutes=5), tick=False):
        yield event, talk, mistaken


@pytest.mark.parametrize("bell", [True, False], ids=["announced", "by the night"])
def test_a_right_lost_while_it_is_on_ends_the_part_in_its_talk(alumni_evening, ada, cem, on_commit, bell):
    event, talk, mistaken = alumni_evening
    assert reads(cem, event)

    if bell:
        with on_commit():
            end_role(role=mistaken, by=None)
        run_jobs()
    else:
        end_role(role=mistaken, by=None)
        look_for_lost_seats.now()

    assert reads(ada, event) and not reads(cem, event)
    assert not can_see(cem.viewer, talk) and not Host.objects.exists()
    assert Registration.objects.get(person=cem.person).is_live


def test_published_for_fewer_while_it_is_on_the_others_leave_the_talk(finn, ada, bola, on_commit):
    event = make_event()
    for one in (ada, bola):
        book(one, event)
    open_talk(by=finn.viewer, event=event)

    with time_machine.travel(event.starts_at + timedelta(minutes=5), tick=False):
        with on_commit():
            change(event, audience=ALUMNI)
        run_jobs()
        assert reads(ada, event) and not reads(bola, event)


def test_whoever_gives_the_seat_back_leads_no_more_though_they_book_again(finn, ada, bola):
    event = make_event()
    seat, _ = book(ada, event), book(bola, event)
    talk = open_talk(by=finn.viewer, event=event, chairs=[ada.person])

    cancel(by=ada.viewer, registration=seat)
    assert not Host.objects.exists()
    book(ada, event)

    assert can_see(ada.viewer, talk) and not can_host(ada.viewer, anew(talk))


def test_published_under_another_title_its_talk_has_that_one(finn, ada, on_commit):
    event = make_event()
    book(ada, event)
    talk = open_talk(by=finn.viewer, event=event)

    with on_commit():
        change(event, title="An evening")
    run_jobs()

    assert (anew(talk).thread.title, anew(talk).thread.space.name) == ("An evening", "An evening")


def test_called_off_its_talk_says_so_and_takes_no_questions(finn, ada, on_commit):
    event = make_event()
    book(ada, event)
    talk = open_talk(by=finn.viewer, event=event)

    with on_commit():
        change(event, cancelled_at=timezone.now())
    run_jobs()

    with time_machine.travel(event.starts_at + timedelta(minutes=5), tick=False):
        assert anew(talk).phase == Phase.REFLECTIONS
        assert "called off" in anew(talk).words and not anew(talk).takes_questions
    with time_machine.travel(talk.closes_at, tick=False):
        assert anew(talk).phase == Phase.CLOSED
