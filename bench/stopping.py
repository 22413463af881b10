"""From one press on "Stop the talk now" to silence on every page (features, MO-08 and N19: within two seconds)."""

import asyncio
import json
import time
from uuid import uuid4

from bench.client import Client
from bench.servers import house, running
from bench.wire import Ear
from bench.world import World, run

SECONDS = 30


class Page(Ear):
    """A page of the talk: when it heard that the talk is stopped, when the last message went, when it was put out."""

    frozen_at = cleared_at = out_at = 0
    cleared = 0

    def _frame(self, first: int, body: bytes, now: int) -> None:
        super()._frame(first, body, now)
        if b"data-frozen" in body and not self.frozen_at:
            self.frozen_at = now
        if b"hidden here" in body:
            self.cleared, self.cleared_at = self.cleared + 1, now

    def connection_lost(self, error: Exception | None) -> None:
        self.out_at = time.monotonic_ns()
        super().connection_lost(error)


def stop(world: World, people: int, said: int) -> tuple[float, float, float]:
    """In milliseconds after the press, for the slowest page: silence, everything cleared, put out."""
    talk = json.loads(run(world.environment, "-m", "bench.inside.stop", str(people), str(said)))
    with running(house(world.environment)) as (server,):
        return asyncio.run(_watch(world, server.port, talk, said))


async def _watch(world: World, port: int, talk: dict, said: int) -> tuple[float, float, float]:
    loop, pages = asyncio.get_running_loop(), []
    for cookie in world.cookies[: len(talk["people"])]:
        page = Page(f"/m/live/socket/{talk['space']}/", f"127.0.0.1:{port}", cookie, [])
        await loop.create_connection(lambda page=page: page, "127.0.0.1", port)
        if not await page.opened:
            raise RuntimeError("a page of somebody with a seat was refused")
        pages.append(page)
    pressed = await loop.run_in_executor(None, _press, Client(port, world.cookies[0]), talk)
    host, out, *others = pages
    until = time.monotonic() + SECONDS
    while not out.out_at or not all(page.frozen_at and page.cleared >= said for page in (host, *others)):
        if time.monotonic() > until:
            raise RuntimeError("some page did not hear that the talk was stopped")
        await asyncio.sleep(0.05)
    frozen, cleared = max(page.frozen_at for page in others), max(page.cleared_at for page in others)
    return (frozen - pressed) / 1e6, (cleared - pressed) / 1e6, (out.out_at - pressed) / 1e6


def _press(host: Client, talk: dict) -> int:
    """As the chair does it, who has the page open: when it was pressed."""
    address = f"/m/t/{talk['thread']}/host/stop/"
    if host.get(address).status != 200:
        raise RuntimeError("the chair does not find the page that stops the talk")
    pressed = time.monotonic_ns()
    answer = host.post(address, minutes="15", people=talk["people"][1], key=str(uuid4()))
    if answer.status != 302:
        raise RuntimeError(f"the press was answered with {answer.status}")
    return pressed
