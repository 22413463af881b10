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
        # Readers whose first questions are under way. They are counted in only if nobody takes them out meanwhile.
        self.joining: dict[Reader, asyncio.Task[None]] = {}
        self.version = -1
        self.beat_version = -1
        self.is_dirty = False
        self.rests_until = 0.0
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
        return not self.circles and not self.joining and not self.aside

    def readers(self) -> list[Reader]:
        counted_in = (reader for circle in self.circles.values() for reader in circle.everybody())
        # Who was counted in a moment ago may still be among those joining.
        return list(dict.fromkeys([*counted_in, *self.joining, *self.aside]))

    def has(self, reader: Reader) -> bool:
        """Whether a reader is one of them."""
        if reader in self.aside or reader in self.joining:
            return True
        return any(reader in circle for circle in self.circles.values())

    def hearing(self) -> list[Reader]:
        """Readers less those set aside: what may be hidden from them now is not told them on what was seen before."""
        return [reader for reader in self.readers() if reader not in self.aside]

    async def bring_in(self, reader: Reader) -> None:
        """Have a reader join their circle, unless they are set aside or removed meanwhile."""
        joining = asyncio.get_running_loop().create_task(self.circle_for(reader).join(reader))
        self.joining[reader] = joining
        try:
            await asyncio.wait([joining])
        finally:
            joining.cancel()
            if self.joining.get(reader) is joining:
                del self.joining[reader]
        if not joining.cancelled():
            joining.result()

    def set_aside(self, reader: Reader) -> None:
        """Out of its circle, or of joining it, at once, keeping its cursor: it is brought up when it joins again."""
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
        if task := self.joining.pop(reader, None):
            task.cancel()
        for sight, circle in list(self.circles.items()):
            circle.remove(reader)
            if circle.is_empty and not self.joining:
                del self.circles[sight]
