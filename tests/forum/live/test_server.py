"""The web server that sleeps: every process of several has it."""

from uvicorn import Config
from uvicorn.supervisors import multiprocess

from forum.live.server import LiveProcess, LiveProcesses, LiveServer


def test_each_of_several_processes_has_the_server_that_sleeps(monkeypatch):
    monkeypatch.setattr(multiprocess, "Process", multiprocess.Process)
    monkeypatch.setattr(multiprocess.signal, "signal", lambda *_: None)
    for verb in ("start", "terminate", "join"):
        monkeypatch.setattr(LiveProcess, verb, lambda self: None)

    processes = LiveProcesses(Config("config.asgi:application", workers=2), [])
    processes.should_exit.set()
    processes.run()

    assert [type(process.server) for process in processes.processes] == [LiveServer] * 2
