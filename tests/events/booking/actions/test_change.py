from datetime import timedelta
from uuid import uuid4

from django.core import mail
from django.utils import timezone
from icalendar import Calendar

from events.booking.actions.registration import register
from events.booking.jobs import event_changed
from events.booking.models import Registration
from network.jobs.worker import run_jobs
from tests.factories.events import change, make_event


def entry_of(letter):
    content = letter.attachments[0].content
    return Calendar.from_ical(content).walk("VEVENT")[0]


def test_a_new_date_is_told_once_and_the_seat_is_kept(ada):
    event = make_event()
    register(by=ada.viewer, event=event, key=uuid4())
    run_jobs()
    starts_at = event.starts_at + timedelta(days=1)

    event = change(event, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))
    run_jobs()
    event_changed.now(event.pk)
    run_jobs()

    first, second = mail.outbox
    assert second.subject == "An event has a new date"
    assert entry_of(second).decoded("dtstart") == starts_at.replace(microsecond=0)
    assert entry_of(first)["uid"] == entry_of(second)["uid"]
    assert int(entry_of(first)["sequence"]) <= int(entry_of(second)["sequence"])
    assert Registration.objects.get().state == "confirmed"


def test_a_cancelled_event_is_told_once_and_leaves_the_calendar(ada):
    event = make_event()
    register(by=ada.viewer, event=event, key=uuid4())
    run_jobs()
    mail.outbox.clear()

    event = change(event, cancelled_at=timezone.now())
    run_jobs()
    event_changed.now(event.pk)
    run_jobs()

    (letter,) = mail.outbox
    assert (letter.subject, str(entry_of(letter)["status"])) == ("An event is cancelled", "CANCELLED")


def test_a_corrected_word_is_told_to_nobody(ada):
    event = make_event()
    register(by=ada.viewer, event=event, key=uuid4())
    run_jobs()
    mail.outbox.clear()

    change(event, standfirst="Now without the mistake")
    run_jobs()

    assert mail.outbox == []
