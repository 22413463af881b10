"""From one press on "Stop the talk now" to silence on every page (features, MO-08 and N19: within two seconds)."""

import asyncio
import json
import os
import subprocess
import sys
import time

from bench.servers import ROOT, house, running
from bench.wire import Ear
from bench.world import World

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
    words = [sys.executable, "-m", "bench.inside.stop", str(people), str(said)]
    environment = os.environ | world.environment
    with (
        running(house(world.environment)) as (server,),
        subprocess.Popen(
            words, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as host,
    ):
        assert host.stdin and host.stdout
        talk = json.loads(host.stdout.readline())
        try:
            return asyncio.run(_watch(world, server.port, host, talk, people, said))
        finally:
            host.stdin.close()


async def _watch(
    world: World, port: int, host: subprocess.Popen, talk: dict, people: int, said: int
) -> tuple[float, float, float]:
    loop, pages = asyncio.get_running_loop(), []
    for cookie in world.cookies[:people]:
        page = Page(f"/m/live/socket/{talk['space']}/", f"127.0.0.1:{port}", cookie, [])
        await loop.create_connection(lambda page=page: page, "127.0.0.1", port)
        if not await page.opened:
            raise RuntimeError("a page of somebody with a seat was refused")
        pages.append(page)
    await asyncio.sleep(1)
    print(file=host.stdin, flush=True)
    pressed = int(await loop.run_in_executor(None, host.stdout.readline))
    out, stay = pages[1 : 1 + talk["put_out"]], [pages[0], *pages[1 + talk["put_out"] :]]
    until = time.monotonic() + SECONDS
    while not all(page.frozen_at and page.cleared >= said for page in stay) or not all(page.out_at for page in out):
        if time.monotonic() > until:
            raise RuntimeError("some page did not hear that the talk was stopped")
        await asyncio.sleep(0.05)
    slowest = (
        max(page.frozen_at for page in stay),
        max(page.cleared_at for page in stay),
        max(page.out_at for page in out),
    )
    return tuple((at - pressed) / 1e6 for at in slowest)  # type: ignore[return-value]
