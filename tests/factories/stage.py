"""Talks of events, opened as organisers open them, without an event page."""

import time
from datetime import timedelta
from itertools import count
from uuid import uuid4

from django.utils import timezone

from forum.stage.actions.host import name_host
from forum.stage.actions.question import ask
from forum.stage.actions.sitting import Talk, open_sitting
from forum.stage.models import Part, Question, Sitting
from forum.talk.models import Thread
from network.access.audience import event
from network.access.viewer import Viewer
from network.people.actions.role import grant_role
from network.people.models import RoleKind, User

# Journeys make theirs in a process for each.
_numbers = count(time.time_ns() // 1_000 % 10**12)
LASTS = timedelta(hours=1)


def make_sitting(
    organiser: Viewer, *seated: User, starts_in: timedelta = timedelta(days=2), title: str = ""
) -> Sitting:
    """Two days before its event, unless said otherwise: questions are taken. These people have a seat."""
    number, starts_at = next(_numbers), timezone.now() + starts_in
    for person in seated:
        seat(person, number)
    talk = Talk(event(number), title or f"Talk {number}", starts_at, starts_at + LASTS, "https://rooms.example/talk")
    return open_sitting(by=organiser, talk=talk)


def seat(person: User, number: int) -> None:
    grant_role(person=person, kind=RoleKind.ATTENDEE, scope=str(number), by=None)


def make_chair(organiser: Viewer, sitting: Sitting, person: User) -> None:
    name_host(by=organiser, sitting=sitting, person=person, part=Part.CHAIR)


def ask_in(by: Viewer, sitting: Sitting, body: str = "What comes next?") -> Question:
    """A question that was posted. No limit of pace applies."""
    message = ask(by=by, sitting=anew(sitting), body=body, key=uuid4(), at=timezone.now())
    return question_of(message.public_id)


def question_of(message_id: str) -> Question:
    """As a page finds it now."""
    rows = Question.objects.select_related("message__thread__space", "message__space")
    question = rows.get(message__public_id=message_id)
    question.sitting = anew(question.sitting)
    return question


def anew(sitting: Sitting) -> Sitting:
    """As a request finds it now."""
    return Sitting.objects.select_related("thread__space", "opening").get(pk=sitting.pk)


def thread_of(sitting: Sitting) -> Thread:
    return anew(sitting).thread
