"""The house as its pages are measured: as `bench.settings`, with hashed files and every answer telling its queries."""

from bench.settings import *  # noqa: F403
from bench.settings import MIDDLEWARE, STORAGES

ROOT_URLCONF = "bench.page_urls"
MIDDLEWARE = ["bench.counting.counting", *MIDDLEWARE]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "config.static.ManifestStorage"}}
