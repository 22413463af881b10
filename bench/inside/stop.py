"""`python -m bench.inside.stop PEOPLE SAID`: a talk with that many seats, where that much was said just now.

The first person leads it. Says as JSON which space and thread it is, and who may be put out.
"""

import json
import sys
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from forum.stage.actions.host import name_host
from forum.stage.actions.sitting import Talk, open_sitting
from forum.stage.models import Part
from forum.talk.actions.message import post_message
from network.access.audience import event
from network.access.viewer import viewer_of
from network.people.models import Role, RoleKind, User

NUMBER = 1


def begin(people: int, said: int) -> dict:
    """The first person leads, the others have seats, and all of those speak in turn. One more opens it."""
    now, (*users, last) = timezone.now(), User.objects.order_by("pk")[: people + 1]
    seats = [Role(person=user, kind=RoleKind.ATTENDEE, scope=str(NUMBER), starts_at=now) for user in users]
    Role.objects.bulk_create([*seats, Role(person=last, kind=RoleKind.EVENTS_MANAGER, starts_at=now)])
    organiser = viewer_of(last)
    times = now - timedelta(minutes=10), now + timedelta(hours=1)
    sitting = open_sitting(by=organiser, talk=Talk(event(NUMBER), "Measured", *times))
    name_host(by=organiser, sitting=sitting, person=users[0], part=Part.CHAIR)
    for number in range(said):
        by = viewer_of(users[1 + number % (people - 1)])
        post_message(by=by, thread=sitting.thread, body=f"Word {number}.", key=uuid4(), at=timezone.now())
    return {
        "space": sitting.thread.space.public_id,
        "thread": sitting.thread.public_id,
        "people": [user.public_id for user in users],
    }


if __name__ == "__main__":
    print(json.dumps(begin(int(sys.argv[1]), int(sys.argv[2]))))
