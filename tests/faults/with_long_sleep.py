"""Settings of a house whose web processes wake by themselves only after an hour."""

from forum.live import server
from tests.faults.with_acts import *  # noqa: F403

server.TICK_SECONDS = 3600.0
