"""Questions that wait together go to the database together: what many small rooms cost is asking, not telling."""

import asyncio
import logging
from math import inf

from forum.live.asking import ask
from forum.live.limits import GATHER_SECONDS, QUESTIONS_AT_ONCE
from forum.live.questions import Asked, News, news_for
from network.access.viewer import Viewer

logger = logging.getLogger("bali.live.together")

Waiting = tuple[Asked, "asyncio.Future[News]"]


class Together:
    """The first question after a pause is asked at once; those of other spaces that follow closely wait for each other.

    A room that talks alone has nobody to wait for: its own pace is enough.
    """

    def __init__(self, gather: float = GATHER_SECONDS) -> None:
        self._gather = gather
        self._waiting: list[Waiting] = []
        self._sent_off_at = -inf
        self._sent_off: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def news(self, viewer: Viewer, space_id: int, cursor: str) -> News:
        """What is new for a viewer. Raises what the database raises."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[News] = loop.create_future()
        self._waiting.append((Asked(viewer, space_id, cursor), answer))
        if len(self._waiting) == 1:
            pause = 0 if self._sent_off == {space_id} else self._gather
            loop.call_at(max(loop.time(), self._sent_off_at + pause), self._send_off)
        return await answer

    def _send_off(self) -> None:
        loop = asyncio.get_running_loop()
        self._sent_off_at = loop.time()
        batch, self._waiting = one_of_each_space(self._waiting)
        self._sent_off = {asked.space_id for asked, _ in batch}
        task = loop.create_task(self._ask(batch))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if self._waiting:
            loop.call_soon(self._send_off)

    async def _ask(self, batch: list[Waiting]) -> None:
        try:
            answers = await ask(news_for, [asked for asked, _ in batch])
        except Exception as error:
            if len(batch) > 1:
                # One that cannot be answered must not silence its neighbours.
                logger.warning("asking_together_failed", extra={"reason": type(error).__name__})
                for one in batch:
                    await self._ask([one])
            elif not batch[0][1].done():
                batch[0][1].set_exception(error)
            return
        for (_, answer), news in zip(batch, answers, strict=True):
            if not answer.done():
                answer.set_result(news)


def one_of_each_space(waiting: list[Waiting]) -> tuple[list[Waiting], list[Waiting]]:
    """A batch that can be asked in one, and what has to wait for the next."""
    batch: dict[int, Waiting] = {}
    rest: list[Waiting] = []
    for one in waiting:
        space_id = one[0].space_id
        if space_id in batch or len(batch) == QUESTIONS_AT_ONCE:
            rest.append(one)
        else:
            batch[space_id] = one
    return list(batch.values()), rest
