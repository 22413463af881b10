"""`python -m bench.inside.stop PEOPLE SAID`: a talk with that many seats, where that much was said just now.

Says as JSON which space it is. A line, and its chair stops it: clears the last minutes and puts two people out. Then it
says when the button was pressed, in nanoseconds of the machine's monotonic clock.
"""

import json
import sys
import time
from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from forum.stage.actions.halt import stop_talk
from forum.stage.actions.host import name_host
from forum.stage.actions.sitting import Talk, open_sitting
from forum.stage.models import Part, Sitting
from forum.talk.actions.message import post_message
from network.access.audience import event
from network.access.viewer import viewer_of
from network.people.models import Role, RoleKind, User

NUMBER = 1
PUT_OUT = 2


def begin(people: int, said: int) -> Sitting:
    """The first person leads, the others have seats, and all of those speak in turn."""
    now, users = timezone.now(), list(User.objects.order_by("pk")[:people])
    seats = [Role(person=user, kind=RoleKind.ATTENDEE, scope=str(NUMBER), starts_at=now) for user in users]
    Role.objects.bulk_create([*seats, Role(person=users[0], kind=RoleKind.EVENTS_MANAGER, starts_at=now)])
    chair = viewer_of(users[0])
    times = now - timedelta(minutes=10), now + timedelta(hours=1)
    sitting = open_sitting(by=chair, talk=Talk(event(NUMBER), "Measured", *times))
    name_host(by=chair, sitting=sitting, person=users[0], part=Part.CHAIR)
    for number in range(said):
        by = viewer_of(users[1 + number % (people - 1)])
        post_message(by=by, thread=sitting.thread, body=f"Word {number}.", key=uuid4(), at=timezone.now())
    return sitting


def stop(sitting: Sitting) -> int:
    """As the host's page does it."""
    pressed, users = time.monotonic_ns(), list(User.objects.order_by("pk")[: 1 + PUT_OUT])
    found = Sitting.objects.select_related("thread__space", "opening").get(pk=sitting.pk)
    stop_talk(by=viewer_of(users[0]), sitting=found, key=uuid4(), minutes=15, people=users[1:])
    return pressed


def main(people: int, said: int) -> None:
    sitting = begin(people, said)
    print(json.dumps({"space": sitting.thread.space.public_id, "put_out": PUT_OUT}), flush=True)
    sys.stdin.readline()
    print(stop(sitting), flush=True)
    # The last ring is still on its way.
    sys.stdin.readline()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
