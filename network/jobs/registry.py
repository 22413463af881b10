"""Which jobs exist. Each room keeps its own in `jobs.py`, found at start."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from network.jobs.perform import perform


@dataclass(frozen=True)
class Job:
    """A piece of work that survives a killed process: at least once, normally once. Its body must be idempotent."""

    name: str
    body: Callable[..., None]
    attempts: int
    cron: str = ""

    def later(self, *args: Any, run_after: datetime | None = None, **kwargs: Any) -> None:
        """Write the job's row in the caller's transaction. Arguments must be JSON: ids, not things."""
        later(self.name, *args, run_after=run_after, **kwargs)

    def now(self, *args: Any, **kwargs: Any) -> None:
        """Do it here, without a row and without a second try."""
        self.body(*args, **kwargs)


class Registry(dict[str, Job]):
    """Jobs by name."""

    def add(self, job: Job) -> Job:
        if job.name in self and self[job.name].body is not job.body:
            raise ValueError(f"two jobs are called {job.name}")
        self[job.name] = job
        return job

    def scheduled(self) -> list[Job]:
        """Those with times of their own."""
        return [job for job in self.values() if job.cron]


JOBS = Registry()


def later(name: str, *args: Any, run_after: datetime | None = None, **kwargs: Any) -> None:
    """Write the row of a job known by its name: for an action that the job itself will call."""
    perform.using(run_after=run_after).enqueue(name, list(args), kwargs, 1)


def job(*, attempts: int = 8) -> Callable[[Callable[..., None]], Job]:
    """Make a function of a room's `jobs.py` a job, tried so many times before it lands on the list of stuck ones."""

    def register(body: Callable[..., None]) -> Job:
        return JOBS.add(Job(name_of(body), body, attempts))

    return register


def scheduled(cron: str, *, attempts: int = 3) -> Callable[[Callable[[], None]], Job]:
    """Make a function without arguments a job that is due at the times of a cron line, on the London clock."""

    def register(body: Callable[[], None]) -> Job:
        return JOBS.add(Job(name_of(body), body, attempts, cron))

    return register


def name_of(body: Callable[..., None]) -> str:
    """The room and the function: `booking.offer_seats`."""
    room = body.__module__.rsplit(".", 1)[0].rsplit(".", 1)[-1]
    return f"{room}.{body.__name__}"


def adopt(plain: list[tuple[str, Callable[[], None]]]) -> None:
    """Take the `SCHEDULED` pairs of a room below this one, which keeps plain functions and imports nothing."""
    for cron, body in plain:
        JOBS.add(Job(name_of(body), body, 3, cron))
