"""A laptop and the demo: SQLite, one process, mail into a folder. Never for real people's data."""

from config import env
from config.settings.base import *  # noqa: F403
from config.settings.base import VAR

SECRET_KEY = env.text("SECRET_KEY", "only-for-development-and-the-demo-world-never-for-people")
DEBUG = env.flag("DEBUG", False)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = VAR / "mail"
DEMO_ALLOWED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
