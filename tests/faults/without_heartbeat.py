"""Settings of a house whose hub never looks at the versions: the guard that heals lost rings is gone."""

from config.settings.dev import *  # noqa: F403
from forum.live import limits

limits.HEARTBEAT_SECONDS = 3600.0
