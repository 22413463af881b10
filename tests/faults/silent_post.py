"""Settings of a house whose mail server takes the call and says nothing."""

import os

from config.settings.dev import *  # noqa: F403

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ["POST_PORT"])
# The guard: how long such a server is waited for. Without it for ever.
EMAIL_TIMEOUT = float(os.environ["POST_PATIENCE"]) or None
