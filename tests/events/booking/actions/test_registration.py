from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.utils import timezone

from events.booking.actions.registration import BookingClosed, EventFull, register
from events.booking.models import Registration, Seating
from network.access.audience import ALUMNI
from network.access.viewer import viewer_of
from network.access.visible import Refused
from network.jobs.worker import run_jobs
from tests.factories.events import change, make_event
from tests.factories.network import make_people


def book(someone, event, **facts) -> Registration:
    return register(by=someone.viewer, event=event, **{"key": uuid4(), **facts})


def states(event) -> list[tuple[str, str]]:
    people = Registration.objects.filter(event=event).order_by("pk")
    return [(one.person.name.split()[0], one.state) for one in people]


def test_bola_books_a_seat_and_gets_one_letter_with_a_calendar_entry(bola):
    event = make_event("A members' evening")

    registration = book(bola, event)
    run_jobs()

    assert (registration.state, Seating.objects.get().taken) == ("confirmed", 1)
    (letter,) = mail.outbox
    assert letter.to == [bola.person.email]
    assert [file.filename for file in letter.attachments] == ["event.ics"]


def test_the_letter_says_nothing_of_a_members_event(bola):
    event = make_event("A canary sings", join_link="https://rooms.example/canary", place="Canary Hall")

    book(bola, event)
    run_jobs()

    (letter,) = mail.outbox
    entry = letter.attachments[0].content
    words = letter.message().as_string() + (entry if isinstance(entry, str) else entry.decode())
    assert "canary" not in words.lower()


def test_the_same_key_again_is_the_same_answer(bola):
    event, key = make_event(), uuid4()

    first = book(bola, event, key=key)
    second = book(bola, event, key=key)
    run_jobs()

    assert (first, Seating.objects.get().taken, len(mail.outbox)) == (second, 1, 1)


def test_another_tab_finds_the_seat_already_hers(bola):
    event = make_event()

    first, second = book(bola, event), book(bola, event)
    run_jobs()

    assert (first, Seating.objects.get().taken, len(mail.outbox)) == (second, 1, 1)


def test_a_key_of_another_event_is_refused(bola):
    key = uuid4()
    book(bola, make_event(), key=key)

    with pytest.raises(Refused):
        book(bola, make_event(), key=key)


def test_a_full_event_says_so_and_whether_one_may_wait(ada, bola):
    event = make_event(capacity=1)
    book(ada, event)

    with pytest.raises(EventFull) as full:
        book(bola, event)

    assert (full.value.has_waiting_list, states(event)) == (True, [("Ada", "confirmed")])


def test_without_a_waiting_list_nobody_waits(ada, bola):
    event = make_event(capacity=1, has_waiting_list=False)
    book(ada, event)

    with pytest.raises(EventFull):
        book(bola, event, waits=True)


def test_who_waits_stands_in_line_in_the_order_of_asking(ada, bola, cem):
    event = make_event(capacity=1)

    book(ada, event)
    places = [book(one, event, waits=True).position for one in (cem, bola)]

    assert places == [1, 2]


def test_an_ally_cannot_book_an_alumni_event(ada, bola):
    event = make_event(audience=ALUMNI)

    book(ada, event)

    with pytest.raises(Refused):
        book(bola, event)


@pytest.mark.parametrize("who", ["eve", "efe", "finn", "outsider"])
def test_without_membership_there_is_no_seat(db, who, request):
    someone = request.getfixturevalue(who)
    event = make_event(audience="public")

    with pytest.raises(Refused):
        book(someone, event)


@pytest.mark.parametrize(
    "facts",
    [
        {"booking_opens_at": timedelta(hours=1)},
        {"booking_closes_at": timedelta(seconds=-1)},
        {"starts_at": timedelta(seconds=-1)},
        {"cancelled_at": timedelta(seconds=-1)},
    ],
    ids=["before opening", "after closing", "begun", "cancelled"],
)
def test_the_servers_clock_decides(bola, facts):
    event = make_event(**{name: timezone.now() + shift for name, shift in facts.items()})

    with pytest.raises(BookingClosed):
        book(bola, event)

    assert not Registration.objects.exists()


def test_an_event_cancelled_while_somebody_fills_the_form_gives_no_seat(bola):
    seen = make_event()
    change(seen, cancelled_at=timezone.now())

    with pytest.raises(BookingClosed):
        book(bola, seen)
    run_jobs()

    assert (Registration.objects.count(), mail.outbox) == (0, [])


def test_capacity_cut_below_the_seats_given_drops_nobody(ada, bola, cem):
    event = make_event(capacity=2)
    book(ada, event)
    book(bola, event)

    event = change(event, capacity=1)
    run_jobs()

    with pytest.raises(EventFull):
        book(cem, event)
    assert [state for _, state in states(event)] == ["confirmed", "confirmed"]
    assert Seating.objects.get().is_overfull


def test_sixty_ask_for_twenty_five_seats(db):
    event = make_event(capacity=25)

    for person in make_people(60):
        register(by=viewer_of(person), event=event, key=uuid4(), waits=True)

    everybody = Registration.objects.filter(event=event)
    assert everybody.confirmed().count() == 25
    assert list(everybody.in_line().values_list("position", flat=True)) == list(range(1, 36))
