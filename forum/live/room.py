"""What the hub keeps of one space somebody reads: its circles."""

import asyncio
from collections.abc import Hashable

from forum.live.circle import AskForNews, Circle
from forum.live.questions import sight_in
from forum.live.reader import Reader


class Room:
    """`version` is the last one every circle has asked for; `beat_version` the last one a heartbeat saw."""

    def __init__(self, space_id: int, ask_for_news: AskForNews) -> None:
        self.space_id = space_id
        self._ask_for_news = ask_for_news
        self.circles: dict[Hashable, Circle] = {}
        # Readers whose rights may have changed: they hear nothing until somebody has looked again.
        self.aside: set[Reader] = set()
        self.version = -1
        self.beat_version = -1
        self.is_dirty = False
        self.guests = 0
        self.pump: asyncio.Task[None] | None = None

    def lacks(self, version: int) -> bool:
        """Whether a version a heartbeat saw may hold something that some circle was not told yet."""
        if self.version == version:
            return False
        self.beat_version = version
        if all(circle.version == version for circle in self.circles.values()):
            self.version = version
            return False
        return True

    @property
    def is_empty(self) -> bool:
        return not self.circles and not self.guests and not self.aside

    def readers(self) -> list[Reader]:
        return [*(reader for circle in self.circles.values() for reader in circle.everybody()), *self.aside]

    def set_aside(self, reader: Reader) -> None:
        """Out of its circle at once, keeping its cursor: it is brought up when it joins again."""
        self.remove(reader)
        self.aside.add(reader)

    def circle_for(self, reader: Reader) -> Circle:
        """The circle of those who see what this reader sees. It is theirs alone while they are the first."""
        sight = sight_in(reader.ticket.viewer)
        if sight not in self.circles:
            self.circles[sight] = Circle(self.space_id, self._ask_for_news)
        return self.circles[sight]

    def remove(self, reader: Reader) -> None:
        self.aside.discard(reader)
        for sight, circle in list(self.circles.items()):
            circle.remove(reader)
            if circle.is_empty and not self.guests:
                del self.circles[sight]
