"""Speaks in the tutorial chat: one socket per room, at the times meant."""

import asyncio
import json
import threading
from time import monotonic_ns

from bench.doors import Door, connected, host_of
from bench.wire import Ear


class Speaker(threading.Thread):
    """Says `count` messages in each room, together at `rate` messages a second."""

    def __init__(self, door: Door, rooms: list[str], count: int, rate: float) -> None:
        super().__init__(daemon=True)
        self.door, self.rooms, self.count, self.rate = door, rooms, count, rate
        self.begin = threading.Event()
        self.start()

    def run(self) -> None:
        asyncio.run(self._speak())

    async def _speak(self) -> None:
        loop = asyncio.get_running_loop()
        mouths = []
        for room in self.rooms:
            mouth = Ear(room, host_of(self.door), "", [])
            await loop.create_connection(lambda mouth=mouth: mouth, sock=await connected(self.door))
            await mouth.opened
            mouths.append(mouth)
        for number in range(2):
            mouths[0].say(json.dumps({"message": f"bench:w:{number}:0: warm"}))
        await loop.run_in_executor(None, self.begin.wait)
        start = monotonic_ns() + 50_000_000
        for turn in range(self.count * len(mouths)):
            due = start + int(turn * 1e9 / self.rate)
            await asyncio.sleep(max(0.0, (due - monotonic_ns()) / 1e9))
            words = f"bench:m:{turn // len(mouths)}:{due}: something worth saying in a room of colleagues."
            mouths[turn % len(mouths)].say(json.dumps({"message": words}))
        await asyncio.sleep(30)
