from uuid import uuid4

from events.booking.actions.registration import register
from events.booking.views.attendee import plain
from network.access.viewer import viewer_of
from network.records.models import StaffAction
from tests.factories.events import make_event
from tests.factories.network import make_person


def test_finn_sees_who_is_coming_and_that_is_noted(finn, ada):
    event = make_event()
    register(by=ada.viewer, event=event, key=uuid4(), access_needs="A hearing loop")

    page = finn.client.get(f"/m/desk/events/{event.public_id}/")

    assert "Ada Okafor-Lynch" in page.text and "A hearing loop" in page.text
    assert StaffAction.objects.filter(by=finn.person, verb="saw_attendees").count() == 1


def test_members_and_editors_find_no_such_list(ada, efe):
    event = make_event()
    register(by=ada.viewer, event=event, key=uuid4())

    answers = [
        one.client.get(f"/m/desk/events/{event.public_id}/{end}") for one in (ada, efe) for end in ("", "attendees.csv")
    ]

    assert {answer.status_code for answer in answers} == {404}


def test_the_table_is_safe_in_a_spreadsheet_and_keeps_needs_to_itself(finn):
    event = make_event()
    person = make_person('=HYPERLINK("https://elsewhere.example")')
    register(by=viewer_of(person), event=event, key=uuid4(), access_needs="A hearing loop")

    answer = finn.client.get(f"/m/desk/events/{event.public_id}/attendees.csv")

    head, row = answer.text.splitlines()
    assert head == "Name,State,Booked at"
    assert row.startswith("\"'=HYPERLINK(") and "loop" not in answer.text
    assert StaffAction.objects.filter(verb="exported_attendees").count() == 1


def test_no_cell_begins_a_formula():
    cells = ["=1", "+1", "-1", "@a", "\tx", "Zoë"]

    assert [plain(cell) for cell in cells] == ["'=1", "'+1", "'-1", "'@a", "'\tx", "Zoë"]


def test_the_desk_lists_events(finn):
    make_event("One to look after")

    assert "One to look after" in finn.client.get("/m/desk/events/").text
