"""A circle: the readers of one space who see the same. Asked for once, encoded once, handed to each."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable

from forum.live.limits import JOIN_TRIES, LAG_BYTES, LAG_EVENTS, Why
from forum.live.questions import News
from forum.live.reader import Packet, Reader
from network.access.viewer import Viewer

logger = logging.getLogger("bali.live.circle")

# How a circle asks: for this viewer, in this space, since this cursor.
AskForNews = Callable[[Viewer, int, str], Awaitable[News]]


class Circle:
    """All in `readers` stand at `cursor`. Who does not keep up leaves them, is caught up, and joins again."""

    def __init__(self, space_id: int, ask_for_news: AskForNews) -> None:
        self.space_id = space_id
        self._ask_for_news = ask_for_news
        self.cursor: str | None = None
        self.version = -1
        self.readers: set[Reader] = set()
        self.behind: dict[Reader, asyncio.Task[None]] = {}
        self._asking = asyncio.Lock()
        # Questions under way, by the cursor they begin at: a crowd that comes back at once asks one.
        self._under_way: dict[str, asyncio.Future[News]] = {}

    @property
    def is_empty(self) -> bool:
        return not self.readers and not self.behind

    async def advance(self) -> None:
        """Ask what is new since the circle's cursor, and hand it to everybody in it."""
        async with self._asking:
            while self.readers and self.cursor is not None:
                sample, asked = next(iter(self.readers)), self.cursor
                news = await self._ask_for_news(sample.ticket.viewer, self.space_id, asked)
                if self.cursor != asked:
                    continue
                self.version = news.version
                if news.frames:
                    self._hand_out(news)
                if not news.more:
                    return

    def _hand_out(self, news: News) -> None:
        packet = Packet(news.frames)
        self.cursor = news.cursor
        self._count_missed(packet)
        for reader in list(self.readers):
            if reader.take(packet):
                reader.cursor = news.cursor
            else:
                self.readers.discard(reader)
                reader.missed_events, reader.missed_bytes = len(packet.frames), len(packet.wire)
                self.catch_up_later(reader)

    def _count_missed(self, packet: Packet) -> None:
        for reader in list(self.behind):
            reader.missed_events += len(packet.frames)
            reader.missed_bytes += len(packet.wire)
            if reader.missed_events > LAG_EVENTS or reader.missed_bytes > LAG_BYTES:
                self.remove(reader)
                reader.end(Why.SLOW)

    def catch_up_later(self, reader: Reader) -> None:
        """Bring a reader back in a task of its own."""
        self.behind[reader] = asyncio.get_running_loop().create_task(self._catch_up(reader))

    async def _catch_up(self, reader: Reader) -> None:
        try:
            await reader.has_room()
            await self.join(reader)
        except Exception as error:
            logger.warning("catching_up_failed", extra={"reason": type(error).__name__})
            reader.end(Why.SLOW)
        finally:
            self.behind.pop(reader, None)

    async def join(self, reader: Reader) -> None:
        """Bring a reader to where the circle stands, and count them in.

        Should they still differ after some tries (a busy space), they join all the same: a frame that follows a cursor
        the page does not have makes it ask, and one it already had is passed over.
        """
        for _ in range(JOIN_TRIES):
            if self.cursor is None or reader.cursor != self.cursor:
                await self.read_up(reader)
            if self.cursor is None or not self.readers:
                self.cursor = reader.cursor
            if reader.cursor == self.cursor:
                break
            await self.advance()
        self.readers.add(reader)

    async def read_up(self, reader: Reader) -> None:
        """Hand one reader everything since their own cursor."""
        while True:
            news = await self._news_for(reader)
            if news.frames:
                packet = Packet(news.frames)
                while not reader.take(packet):
                    await reader.has_room()
            reader.cursor = news.cursor
            if not news.more:
                return

    async def _news_for(self, reader: Reader) -> News:
        """Those of one circle who stand at one cursor hear the same. Only what one may no longer read is asked again
        by each, for it may be that of whoever asked first."""
        viewer, cursor = reader.ticket.viewer, reader.cursor
        if not cursor:
            return await self._ask_for_news(viewer, self.space_id, cursor)
        asked = self._under_way.get(cursor)
        if asked is None:
            asked = asyncio.ensure_future(self._ask_for_news(viewer, self.space_id, cursor))
            self._under_way[cursor] = asked
            asked.add_done_callback(lambda done: self._answered(cursor, done))
            return await asyncio.shield(asked)
        news = await asyncio.shield(asked)
        return await self._ask_for_news(viewer, self.space_id, cursor) if news.is_afresh else news

    def _answered(self, cursor: str, asked: "asyncio.Future[News]") -> None:
        self._under_way.pop(cursor, None)
        # Everybody who waited may have gone; then nobody else looks at what went wrong.
        if not asked.cancelled():
            asked.exception()

    def remove(self, reader: Reader) -> None:
        self.readers.discard(reader)
        if task := self.behind.pop(reader, None):
            task.cancel()

    def __contains__(self, reader: Reader) -> bool:
        return reader in self.readers or reader in self.behind

    def everybody(self) -> Iterable[Reader]:
        return [*self.readers, *self.behind]
