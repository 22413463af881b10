"""The handle on a process that posts (inside/talk.py)."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass

from bench.servers import ROOT


@dataclass
class Publisher:
    """Says what it is ordered to, in the measured house."""

    process: subprocess.Popen

    @classmethod
    def start(cls, environment: dict[str, str], author: int) -> "Publisher":
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.inside.talk", str(author)],
            cwd=ROOT,
            env=os.environ | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        publisher = cls(process)
        publisher.wait()
        return publisher

    def order(self, threads: list[int], count: int, rate: float, **more: int | str) -> None:
        """Say `count` messages in each thread, together at `rate` a second. `more`: pad, mark, the first number."""
        order = {"threads": threads, "count": count, "rate": rate, "pad": 0, "mark": "m", "first": 0} | more
        print(json.dumps(order), file=self.process.stdin, flush=True)

    def warm(self, threads: list[int]) -> None:
        """Two messages that nobody counts: the first of a process compiles templates and opens connections."""
        self.order(threads[:1], 2, 5, mark="w")
        self.wait()

    def wait(self) -> None:
        if not self.process.stdout.readline():
            raise RuntimeError("the publisher ended")

    def stop(self) -> None:
        self.process.stdin.close()
        self.process.wait(20)
