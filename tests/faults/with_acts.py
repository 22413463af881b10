"""Settings of a house with the addresses of `acts`. The hub never looks by itself, so that only a ring can be heard."""

from tests.faults.without_heartbeat import *  # noqa: F403

ROOT_URLCONF = "tests.faults.acts"
