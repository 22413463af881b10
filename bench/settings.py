"""The house as it is measured: a test's keys and storage, and one slow page beside the real ones."""

from config.settings.test import *  # noqa: F403

ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "bench.urls"
DEMO_ALLOWED = True
