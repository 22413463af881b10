from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from icalendar import Calendar

from events.booking.actions.registration import cancel, register
from events.booking.notices import CANCELLED
from events.diary.calendar import calendar_entry, sequence_of
from network.access.audience import ALUMNI, PUBLIC
from tests.factories.events import change, make_event

LONDON = ZoneInfo("Europe/London")


def entry(event, **facts):
    return Calendar.from_ical(calendar_entry(event, **facts)).walk("VEVENT")[0]


@pytest.mark.parametrize(
    ("begins", "ends", "minutes"),
    [
        (datetime(2027, 3, 28, 0, 30, tzinfo=LONDON), datetime(2027, 3, 28, 2, 30, tzinfo=LONDON), 60),
        (datetime(2026, 10, 25, 0, 30, tzinfo=LONDON), datetime(2026, 10, 25, 2, 0, tzinfo=LONDON), 150),
    ],
    ids=["clocks go forward", "clocks go back"],
)
def test_an_event_across_a_clock_change_lasts_as_long_as_it_lasts(db, begins, ends, minutes):
    event = make_event(starts_at=begins, ends_at=ends)

    file = calendar_entry(event)
    read = Calendar.from_ical(file).walk("VEVENT")[0]

    assert f"DTSTART;TZID=Europe/London:{begins:%Y%m%dT%H%M%S}".encode() in file
    assert b"BEGIN:VTIMEZONE" in file
    lasts = read.decoded("dtend").astimezone(ZoneInfo("UTC")) - read.decoded("dtstart").astimezone(ZoneInfo("UTC"))
    assert lasts == timedelta(minutes=minutes)


def test_the_id_is_stable_and_the_version_grows(db):
    event = make_event()
    with time_machine.travel(timezone.now() + timedelta(minutes=1)):
        later = change(event, title="Renamed")
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        last = change(later, cancelled_at=timezone.now())

    first, second, third = entry(event), entry(later), entry(last)

    assert first["uid"] == second["uid"] == third["uid"]
    assert int(first["sequence"]) < int(second["sequence"]) < int(third["sequence"])
    assert (str(first["status"]), str(third["status"])) == ("CONFIRMED", "CANCELLED")


def test_a_seat_given_back_and_taken_again_grows_too(ada):
    event = make_event()
    seat = register(by=ada.viewer, event=event, key=uuid4())
    versions = [sequence_of(event, seat.changed_at)]
    for minutes in (1, 2):
        with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
            if minutes == 1:
                seat = cancel(by=ada.viewer, registration=seat)
                off = Calendar.from_ical(CANCELLED.attachment(ada.person, seat.public_id)[1])
            else:
                seat = register(by=ada.viewer, event=event, key=uuid4())
            versions.append(sequence_of(event, seat.changed_at))

    assert versions == sorted(set(versions))
    assert (str(off["method"]), str(off.walk("VEVENT")[0]["status"])) == ("CANCEL", "CANCELLED")


def test_a_public_event_is_named_and_a_members_one_is_not(db):
    public = make_event("A day for all", audience=PUBLIC, place="Canal Basin", join_link="https://rooms.example/x")
    private = make_event("A private day", audience=ALUMNI, place="Canal Basin", join_link="https://rooms.example/x")

    assert (str(entry(public)["summary"]), str(entry(public)["location"])) == ("A day for all", "Canal Basin")
    assert (str(entry(private)["summary"]), "location" in entry(private)) == ("BALI Network event", False)
    assert b"rooms.example" not in calendar_entry(public) + calendar_entry(private)


def test_the_public_file_is_of_public_events_alone(outsider, ada):
    public, private = make_event(audience=PUBLIC), make_event()

    answers = [ada.client.get(f"/events/{one.public_id}.ics").status_code for one in (public, private)]

    assert answers == [200, 404]
    assert outsider.client.get(f"/events/{public.public_id}.ics")["Content-Type"] == "text/calendar; charset=utf-8"
    assert ada.client.get(f"/m/e/{private.public_id}/event.ics").status_code == 200
