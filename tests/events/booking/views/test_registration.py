from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from events.booking.actions.registration import register
from events.booking.models import Registration
from network.access.audience import ALUMNI, PUBLIC
from tests.factories.events import make_event
from tests.factories.network import make_people


def address(event, rest: str = "") -> str:
    return f"/m/e/{event.public_id}/registration/{rest}"


def page_for(someone, event) -> str:
    return someone.client.get(event.url).text


def test_ada_books_and_the_page_says_so_with_focus_on_the_panel(ada):
    event = make_event()

    answer = ada.client.post(address(event), {"key": uuid4()})

    assert (answer.status_code, answer["Location"]) == (302, f"{event.url}#registration")
    page = page_for(ada, event)
    assert "You have a seat, Ada Okafor-Lynch" in page
    assert '<h2 id="registration" tabindex="-1">' in page


def test_a_refused_form_keeps_what_was_typed(ada):
    event = make_event()

    answer = ada.client.post(address(event), {"key": uuid4(), "access_needs": "x" * 501})

    assert answer.status_code == 422
    assert "There is a problem" in answer.text and "x" * 501 in answer.text
    assert not Registration.objects.exists()


def test_the_longest_access_need_is_taken(ada):
    event = make_event()

    ada.client.post(address(event), {"key": uuid4(), "access_needs": "x" * 500})

    assert Registration.objects.get().access_needs == "x" * 500


def test_fields_nobody_asked_for_change_nothing(ada, bola):
    event = make_event()

    ada.client.post(address(event), {"state": "waiting", "person": bola.person.pk, "quantity": "-1", "position": "0"})

    registration = Registration.objects.get()
    assert (registration.person, registration.state, registration.position) == (ada.person, "confirmed", None)


def test_the_last_seat_gone_means_calm_words_and_the_waiting_list(ada, bola):
    event = make_event(capacity=1)
    register(by=ada.viewer, event=event, key=uuid4())

    refused = bola.client.post(address(event), {"key": uuid4(), "access_needs": "A loop"})

    assert refused.status_code == 409
    assert "The last seat went a moment ago" in refused.text and "A loop" in refused.text
    bola.client.post(address(event), {"key": uuid4(), "waits": "on"})
    assert "You are first in line" in page_for(bola, event)


def test_a_cancelled_event_refuses_kindly(ada):
    event = make_event(cancelled_at=timezone.now())

    answer = ada.client.post(address(event), {"key": uuid4()})

    assert (answer.status_code, Registration.objects.count()) == (409, 0)
    assert "This event is cancelled" in page_for(ada, event)


def test_an_ally_finds_no_alumni_event_to_book(ada, bola):
    event = make_event(audience=ALUMNI)

    assert bola.client.post(address(event), {"key": uuid4()}).status_code == 404
    assert ada.client.post(address(event), {"key": uuid4()}).status_code == 302


def test_a_cancel_link_followed_by_a_scanner_changes_nothing(ada):
    event = make_event()
    register(by=ada.viewer, event=event, key=uuid4())

    asked = ada.client.get(address(event, "cancellation/"))

    assert (asked.status_code, Registration.objects.get().state) == (200, "confirmed")
    ada.client.post(address(event, "cancellation/"))
    assert Registration.objects.get().state == "cancelled"


def test_an_offer_taken_too_late_is_a_conflict(ada):
    event = make_event()
    Registration.objects.create(
        event=event,
        person=ada.person,
        key=uuid4(),
        state="offered",
        offer_ends_at=timezone.now() - timedelta(seconds=1),
    )

    answer = ada.client.post(address(event, "offer/"))

    assert answer.status_code == 409 and "has gone to the next person" in answer.text


def queries(someone, path: str) -> int:
    someone.client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert someone.client.get(path).status_code == 200
    return len(caught)


def test_an_event_page_costs_no_more_when_many_come(outsider, ada):
    event = make_event(audience=PUBLIC)
    for_members = make_event()
    alone = queries(outsider, event.url), queries(ada, for_members.url)

    for one in (event, for_members):
        for person in make_people(10):
            Registration.objects.create(event=one, person=person, key=uuid4(), state="waiting", position=person.pk)

    assert (queries(outsider, event.url), queries(ada, for_members.url)) == alone
    assert alone[0] <= 10


@pytest.mark.parametrize("path", ["/events/", "/m/events/"])
def test_a_list_costs_the_same_with_one_and_with_ten(ada, path):
    register(by=ada.viewer, event=make_event(), key=uuid4())
    one = queries(ada, path)

    for _ in range(9):
        register(by=ada.viewer, event=make_event(), key=uuid4())

    assert queries(ada, path) == one


def test_ones_own_events_leave_out_what_one_may_no_longer_see(ada):
    seen, hidden = make_event("The open one"), make_event("The closed one", audience=ALUMNI)
    for event in (seen, hidden):
        register(by=ada.viewer, event=event, key=uuid4())
    type(hidden).objects.filter(pk=hidden.pk).update(audience="cohort:C01")

    page = ada.client.get("/m/events/").text

    assert "The open one" in page and "The closed one" not in page
