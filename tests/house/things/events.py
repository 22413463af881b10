"""Of the wing of events."""

from uuid import uuid4

from django.utils import timezone

from events.booking.models import Registration, Seating
from network.access.audience import ALUMNI, PUBLIC
from tests.factories.events import make_event


def event(cast) -> dict[str, str]:
    return {"public_id": make_event().public_id}


def public_event(cast) -> dict[str, str]:
    return {"public_id": make_event(audience=PUBLIC).public_id}


def alumni_event(cast) -> dict[str, str]:
    return {"public_id": make_event(audience=ALUMNI).public_id}


def page(cast) -> str:
    return make_event().url


def public_page(cast) -> str:
    return make_event(audience=PUBLIC).url


def alumni_page(cast) -> str:
    return make_event(audience=ALUMNI).url


def diary(cast) -> str:
    make_event(audience=PUBLIC)
    return "/events/"


def adas_seat(cast) -> dict[str, str]:
    """An event where Ada is offered a seat, and nobody else has one."""
    made = make_event()
    Seating.objects.create(event=made, capacity=made.capacity, taken=1, starts_at=made.starts_at)
    Registration.objects.create(
        event=made, person=cast.ada.person, key=uuid4(), state="offered", offer_ends_at=made.starts_at
    )
    return {"public_id": made.public_id}


def cancelled_event(cast) -> dict[str, str]:
    return {"public_id": make_event(cancelled_at=timezone.now()).public_id}
