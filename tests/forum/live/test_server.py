"""The web server that sleeps."""

import asyncio
import signal

from uvicorn import Config
from uvicorn.supervisors import multiprocess

from forum.live import server
from forum.live.server import LiveProcess, LiveProcesses, LiveServer


def config(**more) -> Config:
    """Of a server that starts nothing and leaves the logs of the tests alone."""
    return Config("config.asgi:application", log_config=None, **more)


def test_it_renews_the_date_of_its_answers_until_it_is_asked_to_end(monkeypatch):
    monkeypatch.setattr(server, "TICK_SECONDS", 0.01)

    async def story() -> None:
        web = LiveServer(config())
        web.config.encoded_headers = []
        serving = asyncio.get_running_loop().create_task(web.main_loop())
        for _ in range(3):
            web.server_state.default_headers = []
            while not web.server_state.default_headers:
                await asyncio.sleep(0)
        assert not serving.done()
        web.handle_exit(signal.SIGTERM, None)
        await serving

    asyncio.run(story())


def test_each_of_several_processes_has_the_server_that_sleeps(monkeypatch):
    monkeypatch.setattr(multiprocess, "Process", multiprocess.Process)
    monkeypatch.setattr(multiprocess.signal, "signal", lambda *_: None)
    for verb in ("start", "terminate", "join"):
        monkeypatch.setattr(LiveProcess, verb, lambda self: None)

    processes = LiveProcesses(config(workers=2), [])
    processes.should_exit.set()
    processes.run()

    assert [type(process.server) for process in processes.processes] == [LiveServer] * 2
