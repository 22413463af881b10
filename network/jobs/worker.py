"""Claiming and running rows. The loop itself is the `worker` command of the roof."""

import logging
import threading
from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from network.jobs.models import WorkerBeat

BEAT_EVERY = 5.0

log = logging.getLogger("bali.worker")


def run_jobs(worker: str = "inline", at_most: int = 10_000) -> int:
    """Run every row that is due, one after another, and return how many ran."""
    hand = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name="jobs",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker,
        excluded_queue_names=[],
    )
    ran = 0
    while ran < at_most and (row := claim(worker)):
        hand.run_task(row)
        ran += 1
    return ran


def claim(worker: str) -> DBTaskResult | None:
    """Take the next due row, so that no other worker does. SQLite's writers queue; PostgreSQL's skip locked rows."""
    if not DBTaskResult.objects.ready().filter(backend_name="jobs").exists():
        return None
    with transaction.atomic():
        row = DBTaskResult.objects.ready().filter(backend_name="jobs").get_locked()
        if row is not None:
            row.claim(worker)
        return row


def reap() -> int:
    """Give back rows whose worker has fallen silent: it was killed in the middle. Returns how many."""
    alive = set(WorkerBeat.objects.alive().values_list("worker", flat=True))
    long_enough = timezone.now() - settings.WORKER_SILENCE
    with transaction.atomic():
        orphans = [
            row.pk
            for row in DBTaskResult.objects.running().filter(backend_name="jobs", started_at__lt=long_enough)
            if not alive.intersection(row.worker_ids[-1:])
        ]
        return DBTaskResult.objects.running().filter(pk__in=orphans).update(status=TaskResultStatus.READY)


def new_worker_name() -> str:
    """A name no other worker has."""
    return uuid4().hex


class Heartbeat(threading.Thread):
    """Says every few seconds that the worker lives, however long its job takes."""

    def __init__(self, worker: str) -> None:
        super().__init__(daemon=True)
        self.worker = worker
        self.stopped = threading.Event()

    def run(self) -> None:
        while not self.stopped.is_set():
            self._say(
                lambda: WorkerBeat.objects.update_or_create(worker=self.worker, defaults={"seen_at": timezone.now()})
            )
            self.stopped.wait(BEAT_EVERY)
        self._say(lambda: WorkerBeat.objects.filter(worker=self.worker).delete())
        connection.close()

    def _say(self, word: Callable[[], object]) -> None:
        """A database that is away is only waited for: a heart that stopped would have this worker's jobs done twice."""
        try:
            word()
        except DatabaseError:
            log.warning("beat_lost")
            connection.close()
