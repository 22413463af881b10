"""Posts through the action every post passes: stored, then rung.

`python -m bench.inside.talk AUTHOR` takes one order per line, as JSON: threads, count, rate (0: as it can), pad, mark,
and the number of the first one.
The time in a message is when it was meant to be said, so that a stalled publisher cannot hide a late message.
"""

import json
import sys
import time
from uuid import uuid4

from django.utils import timezone

from forum.talk.actions.message import post_message
from forum.talk.models import Thread
from network.access.viewer import Viewer, viewer_of
from network.people.models import User

WORDS = "something worth saying in a room of colleagues."


def obey(order: dict, by: Viewer) -> None:
    """Say `count` messages in each thread, all together at `rate` a second."""
    threads = list(Thread.objects.select_related("space").filter(pk__in=order["threads"]).order_by("pk"))
    start = time.monotonic_ns() + 50_000_000
    for turn in range(order["count"] * len(threads)):
        number, thread = order["first"] + turn // len(threads), threads[turn % len(threads)]
        due = start + int(turn * 1e9 / order["rate"]) if order["rate"] else time.monotonic_ns()
        time.sleep(max(0.0, (due - time.monotonic_ns()) / 1e9))
        body = f"bench:{order['mark']}:{number}:{due}: {WORDS} {'pad ' * (order['pad'] // 4)}"
        post_message(by=by, thread=thread, body=body, key=uuid4(), at=timezone.now())


def main(author: int) -> None:
    by = viewer_of(User.objects.get(pk=author))
    print("ready", flush=True)
    for line in sys.stdin:
        obey(json.loads(line), by)
        print("done", flush=True)
    # The last ring is still on its way.
    time.sleep(0.5)


if __name__ == "__main__":
    main(int(sys.argv[1]))
