"""Posts in a process of its own, through the action every post passes: stored, then rung.

`python -m bench.publisher AUTHOR` takes one order per line, as JSON: threads, count, rate (0: as fast as it goes), pad.
The time in a message is when it was meant to be said, so that a stalled publisher cannot hide a late message.
"""

import json
import subprocess
import sys
import time
from dataclasses import dataclass
from uuid import uuid4

from bench.servers import ROOT


@dataclass
class Publisher:
    """The handle on such a process."""

    process: subprocess.Popen

    @classmethod
    def start(cls, environment: dict[str, str], author: int) -> "Publisher":
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.publisher", str(author)],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        publisher = cls(process)
        publisher.wait()
        return publisher

    def order(self, threads: list[int], count: int, rate: float, pad: int = 0) -> None:
        """Say `count` messages in each thread, together at `rate` messages a second."""
        print(json.dumps({"threads": threads, "count": count, "rate": rate, "pad": pad}), file=self.process.stdin, flush=True)

    def wait(self) -> None:
        if not self.process.stdout.readline():
            raise RuntimeError("the publisher ended")

    def stop(self) -> None:
        self.process.stdin.close()
        self.process.wait(20)


def main(author: int) -> None:
    from django.utils import timezone

    from forum.talk.actions.message import post_message
    from forum.talk.models import Thread
    from network.access.viewer import viewer_of
    from network.people.models import User

    by = viewer_of(User.objects.get(pk=author))
    print("ready", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        threads = list(Thread.objects.select_related("space").filter(pk__in=order["threads"]).order_by("pk"))
        start = time.monotonic_ns() + 50_000_000
        for turn in range(order["count"] * len(threads)):
            number, thread = turn // len(threads), threads[turn % len(threads)]
            due = start + int(turn * 1e9 / order["rate"]) if order["rate"] else time.monotonic_ns()
            time.sleep(max(0.0, (due - time.monotonic_ns()) / 1e9))
            body = f"bench:m:{number}:{due}: something worth saying in a room of colleagues. {'pad ' * (order['pad'] // 4)}"
            post_message(by=by, thread=thread, body=body, key=uuid4(), at=timezone.now())
        print("done", flush=True)
    time.sleep(0.5)


if __name__ == "__main__":
    import django

    django.setup()
    main(int(sys.argv[1]))
