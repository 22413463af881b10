"""Settings of a house that waits two minutes for whoever it lets go: even a slow wire brings the code in that time."""

from typing import Any

from config.settings.dev import *  # noqa: F403
from forum.live.protocol import LiveProtocol

_begin = LiveProtocol.__init__


def _begin_patiently(self: LiveProtocol, *args: Any, **options: Any) -> None:
    _begin(self, *args, **options)
    self.close_timeout = 120.0


LiveProtocol.__init__ = _begin_patiently  # type: ignore[method-assign]
