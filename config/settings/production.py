"""Real people's data. Refuses to start while anything below is unsafe, naming every reason."""

from django.core.exceptions import ImproperlyConfigured

from config import env
from config.refusals import refusals
from config.settings.base import *  # noqa: F403
from config.settings.base import BASE_URL, CACHES, DATABASES, FIELD_KEYS, LOGGING, REDIS_URL, SEAL_KEYS

DEBUG = env.flag("DEBUG", False)
SECRET_KEY = env.text("SECRET_KEY", "")
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS", [])
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", [])
WEB_PROCESSES = env.number("WEB_PROCESSES", 1)
DEMO_ALLOWED = env.flag("DEMO_ALLOWED", False)

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
MAIL = env.mail()
globals().update(MAIL)

# Proxies in front of us that are ours; their word on address and scheme is believed, nobody else's.
PROXIES = env.number("TRUSTED_PROXIES", 1)
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag("HSTS_SUBDOMAINS", False)
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
LANGUAGE_COOKIE_SECURE = True

LOGGING["handlers"]["console"]["formatter"] = "json"

if reasons := refusals(
    {
        "ALLOWED_HOSTS": ALLOWED_HOSTS,
        "BASE_URL": BASE_URL,
        "CACHE_BACKEND": CACHES["default"]["BACKEND"],
        "DATABASE_ENGINE": DATABASES["default"]["ENGINE"],
        "DEBUG": DEBUG,
        "DEMO_ALLOWED": DEMO_ALLOWED,
        "EMAIL_HOST": MAIL.get("EMAIL_HOST", ""),
        "FIELD_KEYS": FIELD_KEYS,
        "REDIS_URL": REDIS_URL,
        "SEAL_KEYS": SEAL_KEYS,
        "SECRET_KEY": SECRET_KEY,
        "WEB_PROCESSES": WEB_PROCESSES,
    }
):
    raise ImproperlyConfigured("The production profile does not start:\n" + "\n".join(f"  - {why}" for why in reasons))
