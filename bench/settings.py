"""The house as it is measured: the development profile on PostgreSQL with its pool, and some pages of our own."""

from config.settings.dev import *  # noqa: F403
from config.settings.dev import STORAGES

SECRET_KEY = "only for measuring, and long enough not to be refused"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "bench.urls"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
