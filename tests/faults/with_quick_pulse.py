"""Settings of a house that asks every moment whether a line still lives, and says every moment who is here."""

from forum.live import limits, protocol
from forum.live.pulse import Pulse
from tests.faults.with_acts import *  # noqa: F403

protocol.pulse = Pulse(turn=0.5, beats=5)
limits.HERE_SECONDS = 0.25
