"""Settings of a house whose web process dies once, after a message was committed and before its author was answered."""

import os
import signal
from pathlib import Path

from config.settings.dev import *  # noqa: F403
from config.settings.dev import VAR
from forum.live.doorbell import Note, doorbell

DIES_AT = 10
ring, rung = doorbell.ring, []


def ring_until_death(note: Note) -> None:
    """A space is rung for after the commit, on the thread that has the answer still to give."""
    rung.extend(note.spaces)
    died = Path(VAR) / "died"
    if len(rung) >= DIES_AT and not died.exists():
        died.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    ring(note)


doorbell.ring = ring_until_death
