"""Tests: the same house on quick hashes and a mailbox in memory."""

from config import env
from config.settings.base import *  # noqa: F403
from config.settings.base import DATABASES, VAR

SECRET_KEY = "a key for tests alone, long enough not to be refused"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = VAR / "test-media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DEMO_ALLOWED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
TEST_PROFILE = env.text("TEST_PROFILE", "fast")
# Each test keeps one connection and rolls it back; a pool would hand out others, and hold the template open.
DATABASES["default"].get("OPTIONS", {}).pop("pool", None)
