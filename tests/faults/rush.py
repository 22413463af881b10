"""People who ask for a seat from a process of their own. Started by the rush test, many at once.

    python -m tests.faults.rush EVENT FIRST_PERSON LAST_PERSON [unguarded]

Says that it is ready, waits for a line, then books for each person of the range and prints a line for each answer.
Unguarded it says once more that it has looked, and writes when it gets another line.
"""

import sys
from collections.abc import Callable
from contextlib import nullcontext
from types import SimpleNamespace
from uuid import uuid4

import django
from django.db.models import F

django.setup()

from events.booking.actions import registration  # noqa: E402 - rooms can be imported after the setup alone
from events.booking.models.seating import Seating, SeatingQuerySet  # noqa: E402
from events.diary.models import EventPage  # noqa: E402
from network.access.viewer import viewer_of  # noqa: E402
from network.people.models import User  # noqa: E402


def look_then_write() -> Callable[[SeatingQuerySet, EventPage], bool]:
    """`take` as it must not be: between the look and the write everybody else looks as well."""
    met: list[str] = []

    def take(self: SeatingQuerySet, event: EventPage) -> bool:
        seating = self.get(event=event)
        if seating.taken >= seating.capacity:
            return False
        if not met:
            tell("looked")
            met.append(sys.stdin.readline())
        self.filter(event=event).update(taken=F("taken") + 1)
        return True

    return take


def without_lock(self: SeatingQuerySet, event: EventPage) -> Seating:
    """`lock` as it must not be: whoever comes reads what stands there."""
    return self.get(event=event)


def remove_the_guard() -> None:
    SeatingQuerySet.take, SeatingQuerySet.lock = look_then_write(), without_lock
    registration.transaction = SimpleNamespace(atomic=nullcontext)


def tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(event_id: int, first: int, last: int) -> None:
    event = EventPage.objects.get(pk=event_id)
    people = [(viewer_of(user), uuid4()) for user in User.objects.filter(pk__gte=first, pk__lte=last)]
    tell("ready")
    sys.stdin.readline()
    for viewer, key in people:
        answer = registration.register(by=viewer, event=event, key=key, waits=True)
        tell(answer.state)


if __name__ == "__main__":
    if "unguarded" in sys.argv:
        remove_the_guard()
    main(*map(int, sys.argv[1:4]))
