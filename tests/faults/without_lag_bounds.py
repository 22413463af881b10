"""Settings of a house in which whoever does not keep up may be behind by as much as they like: the guard is gone."""

import sys

from forum.live import limits
from tests.faults.with_long_goodbye import *  # noqa: F403

limits.LAG_EVENTS = limits.LAG_BYTES = sys.maxsize
