from network.jobs.models.slot import Slot
from network.jobs.models.stuck import StuckJob
from network.jobs.models.worker import WorkerBeat

__all__ = ["Slot", "StuckJob", "WorkerBeat"]
