"""`manage.py worker`: does what must still happen, until told to stop."""

import logging
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections

from network.jobs.schedule import tick
from network.jobs.worker import Heartbeat, new_worker_name, reap, run_jobs

log = logging.getLogger("bali.worker")
PAUSE = 1.0


class Command(BaseCommand):
    help = "Run jobs and the schedule until stopped. Several may run; each row is done by one."

    def handle(self, *args: Any, **options: Any) -> None:
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        worker = new_worker_name()
        heart = Heartbeat(worker)
        heart.start()
        log.info("worker_started", extra={"worker": worker})
        while not stop.is_set():
            self.turn(worker)
            stop.wait(PAUSE)
        heart.stopped.set()
        heart.join(timeout=5)

    def turn(self, worker: str) -> None:
        """One look at the schedule, the orphans and the rows. A database that is away is only waited for."""
        close_old_connections()
        try:
            tick()
            reap()
            run_jobs(worker, at_most=50)
        except OperationalError:
            log.warning("database_away")
