"""Settings of a house that asks every moment whether a line still lives, and says every moment who is here."""

from forum.live import limits, protocol
from tests.faults.with_acts import *  # noqa: F403

protocol.PING_SECONDS, protocol.PONG_SECONDS = 0.5, 1.0
limits.HERE_SECONDS = 0.25
