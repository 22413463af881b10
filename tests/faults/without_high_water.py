"""Settings of a house that writes to whoever reads nothing, and so keeps it all in memory: the guard is gone."""

from forum.live.protocol import LiveProtocol
from tests.faults.with_long_goodbye import *  # noqa: F403


def _put(self: LiveProtocol, frames: bytes) -> bool:
    """Like `LiveProtocol.put`, but never full."""
    self.transport.write(frames)
    return True


LiveProtocol.put = _put  # type: ignore[method-assign]
