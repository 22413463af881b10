"""Settings of a house whose workers are believed alive for ever: nothing a killed one had begun is taken back."""

from datetime import timedelta

from tests.faults.deadly_post import *  # noqa: F403

WORKER_SILENCE = timedelta(days=1)
