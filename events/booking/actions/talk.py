"""Opening the talk of an event to those with a seat."""

from collections.abc import Sequence

from django.db import transaction

from events.booking.actions.seat import admit
from events.booking.models import Registration, Seating
from events.booking.rules import can_see_attendees
from events.booking.talk import talk_of
from events.diary.models import EventPage
from forum.stage.actions.host import name_host, release_host
from forum.stage.actions.sitting import open_sitting
from forum.stage.models import Host, Part, Sitting
from network.access.viewer import Viewer
from network.access.visible import require
from network.people.models import User

CANCELLED = "This event is cancelled. No talk is opened for it."


def open_talk(*, by: Viewer, event: EventPage, chairs: Sequence[User] = (), panel: Sequence[User] = ()) -> Sitting:
    """Open it, or change who leads it: exactly these people, who have a seat. Raises Refused, TooLate or NotAReader."""
    require(can_see_attendees(by))
    require(not event.is_cancelled, CANCELLED)
    with transaction.atomic():
        # Whoever books or cancels meanwhile comes before or after this, and has the right to read that follows.
        Seating.objects.lock(event)
        for registration in Registration.objects.filter(event=event).confirmed().select_related("person"):
            admit(registration)
        sitting = open_sitting(by=by, talk=talk_of(event))
        named = dict.fromkeys(panel, Part.PANEL) | dict.fromkeys(chairs, Part.CHAIR)
        _name(by, sitting, named)
    return sitting


def _name(by: Viewer, sitting: Sitting, named: dict[User, Part]) -> None:
    held = {host.person: host.part for host in Host.objects.filter(sitting=sitting).select_related("person")}
    for person in held.keys() - named.keys():
        release_host(by=by, sitting=sitting, person=person)
    for person, part in named.items():
        if held.get(person) != part:
            name_host(by=by, sitting=sitting, person=person, part=part)
