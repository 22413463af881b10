"""Who is coming to the demo's events: booked through the actions, the waiting list included."""

from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db.models import F
from django.utils import timezone

from events.booking.actions.registration import BookingClosed, EventFull, register
from events.booking.actions.talk import open_talk
from events.booking.models import Registration, RegistrationState, Seating
from events.diary.models import EventPage
from forum.stage.actions.manner import pin_question
from forum.stage.actions.question import add_upvote, ask, mark_answered
from forum.stage.models import Question, Sitting
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.people.models import User

ORDER = 90
# One event is full but for one seat, so that two visitors of the demo can ask for it.
NEARLY_FULL, SEATS = "E25", 30
# One event has its talk open, and what is asked there.
TALKS, CHAIR, PANEL = "E20", "ada", ("cem",)
ASKED = (
    ("bola", "What would you have wanted an ally to say in your first month as a head of service?"),
    ("cem", "How do the panel keep going after a second rejection in a year?"),
    ("maya", "Which one change to shortlisting made the most difference where you work?"),
    ("dina", "Will the figures of the afternoon be shared afterwards?"),
)
WANTED = {"bola": ("ada", "cem", "maya", "dina"), "maya": ("ada", "bola"), "cem": ("bola",)}
PINNED = "What is one thing you would stop doing in recruitment tomorrow?"


def build(world: Any) -> None:
    for row in world.read_json("events.json")["events"]:
        event = world.get(f"event:{row['id']}")
        if event is None or not event.live:
            continue
        for number, booking in enumerate(row.get("bookings", [])):
            person = world.person(booking["person"])
            if person is not None and can_see(viewer_of(person), event):
                _book(event, person, number, booking)
    _fill(world)
    _talk(world)


def _book(event: EventPage, person: User, number: int, booking: dict[str, Any]) -> None:
    key = uuid5(NAMESPACE_URL, f"demo:{event.slug}:{number}")
    if not event.is_over:
        try:
            register(by=viewer_of(person), event=event, key=key, waits=True)
        except (BookingClosed, EventFull):
            return
        return
    # The past cannot be booked: what was booked then is written as it stood.
    Seating.objects.lock(event)
    if booking["state"] == "booked" and Seating.objects.take(event):
        booked_at = datetime.fromisoformat(booking["booked_at"])
        facts = {"state": RegistrationState.CONFIRMED, "key": key, "booked_at": booked_at}
        Registration.objects.get_or_create(event=event, person=person, defaults=facts)


def _fill(world: Any) -> None:
    """Leave one seat of a webinar, and its waiting list open."""
    event = world.get(f"event:{NEARLY_FULL}")
    event.capacity = SEATS
    event.save_revision().publish()
    handles = (row["handle"] for row in world.read_csv("people.csv") if row["status"] == "active")
    coming = 0
    for handle in handles:
        person = world.person(handle)
        if person is None or not viewer_of(person).is_member or coming == SEATS - 1:
            continue
        register(by=viewer_of(person), event=event, key=uuid5(NAMESPACE_URL, f"demo:{event.slug}:{handle}"))
        coming += 1


def _talk(world: Any) -> None:
    """Those of the cast have a seat, and it is the week in which questions are asked."""
    event, seated = world.get(f"event:{TALKS}"), dict.fromkeys((CHAIR, *PANEL, *(handle for handle, _ in ASKED)))
    for handle in seated:
        key = uuid5(NAMESPACE_URL, f"demo:{event.slug}:{handle}")
        register(by=viewer_of(world.cast(handle)), event=event, key=key)
    panel = [world.cast(handle) for handle in PANEL]
    sitting = open_talk(by=viewer_of(world.cast("finn")), event=event, chairs=[world.cast(CHAIR)], panel=panel)
    Sitting.objects.filter(pk=sitting.pk).update(questions_at=F("opens_at"))
    pin_question(by=viewer_of(world.cast(CHAIR)), sitting=_anew(sitting), words=PINNED)
    asked = {handle: _ask(world, sitting, handle, words) for handle, words in ASKED}
    for handle, voters in WANTED.items():
        for voter in voters:
            add_upvote(by=viewer_of(world.cast(voter)), question=asked[handle])
    mark_answered(by=viewer_of(world.cast(CHAIR)), question=asked["dina"], is_answered=True)


def _ask(world: Any, sitting: Sitting, handle: str, words: str) -> Question:
    key = uuid5(NAMESPACE_URL, f"demo:asked:{handle}")
    message = ask(by=viewer_of(world.cast(handle)), sitting=_anew(sitting), body=words, key=key, at=timezone.now())
    question = Question.objects.select_related("message__thread__space", "message__space").get(message=message)
    question.sitting = _anew(sitting)
    return question


def _anew(sitting: Sitting) -> Sitting:
    return Sitting.objects.select_related("thread__space", "opening").get(pk=sitting.pk)
