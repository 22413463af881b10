"""`manage.py worker`: does what must still happen, until told to stop."""

import logging
import signal
import time
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
        # A list, no threading.Event: two signals at once (Ctrl-C reaches us and our starter, which then ends us) would
        # run one handler inside the other, and an Event's lock is not to be taken twice.
        told_to_stop: list[int] = []
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda number, frame: told_to_stop.append(number))
        worker = new_worker_name()
        heart = Heartbeat(worker)
        heart.start()
        log.info("worker_started", extra={"worker": worker})
        while not told_to_stop:
            self.turn(worker)
            time.sleep(PAUSE)
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
