"""Settings every profile shares. A profile (dev, test, production) imports them and changes as little as it can."""

import logging
from datetime import timedelta

from config import env
from config.settings.libraries import LIBRARIES

ROOT = env.ROOT
VAR = env.VAR
SECRET_KEY = "set by each profile"
DEBUG = False
ALLOWED_HOSTS: list[str] = []
BASE_URL = env.text("BASE_URL", "http://localhost:8000")
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_SITE_NAME = "BALI Network"

INSTALLED_APPS = [
    "config",
    "network.people",
    "network.access",
    "network.jobs",
    "network.notices",
    "network.records",
    "network.search",
    "network.directory",
    "network.membership",
    "network.programme",
    "editorial",
    "forum.spaces",
    "forum.files",
    "forum.talk",
    "forum.hands",
    "forum.direct",
    "forum.sealed",
    "forum.folds",
    "forum.covers",
    "forum.live",
    "forum.concerns",
    "forum.extracts",
    "forum.desk",
    "forum.casebook",
    "forum.oversight",
    "forum.stage",
    "events.diary",
    "events.booking",
    *LIBRARIES,
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Before the files, so that theirs are answers like any other.
    "config.headers.headers",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.compression.compression",
    "config.health.probes",
    "django_structlog.middlewares.RequestMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "network.people.refusals.refusals",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.headers.cms_policy",
    "network.access.door.door",
    "network.people.second_factor.second_factor",
    "editorial.entrance.entrance",
    "editorial.freshness.fresh",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.site",
                "csp.context_processors.nonce",
            ],
            "builtins": ["config.templatetags.look"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": env.database(f"sqlite:///{VAR / 'bali.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE: a transaction that reads and then writes would otherwise die of "database is locked" (docs/decisions).
    DATABASES["default"]["CONN_MAX_AGE"] = None
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    # A bounded pool serves the bridge's threads and the live loop alike; CONN_MAX_AGE must then stay 0.
    # Nobody waits half a minute to hear that the database is away.
    pool = {"min_size": 1, "max_size": env.number("DATABASE_POOL", 16), "timeout": 10}
    DATABASES["default"]["OPTIONS"] = {"pool": pool}

REDIS_URL = env.text("REDIS_URL", "")
if REDIS_URL:
    CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "forum.live.layer.PatientLayer",
            "CONFIG": {"hosts": [REDIS_URL], "prefix": env.text("REDIS_PREFIX", "bali")},
        }
    }
    CACHES = {
        "default": {
            "BACKEND": "config.cache.SteadyRedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": env.text("REDIS_PREFIX", "bali"),
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 1.0},
        }
    }
else:
    CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}
    }
# Public pages as they are for everybody, named by what they show, so each process may keep its own. Apart from the
# rest: whoever asks for many pages must not push out what the limits count.
CACHES["pages"] = {
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "pages",
    "OPTIONS": {"MAX_ENTRIES": 500},
}

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
SESSION_ENGINE = "django.contrib.sessions.backends.db"

# Wagtail keeps its indexes as tasks: those run at once. Ours are rows the worker takes (T8 of the dependency study).
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "ENQUEUE_ON_COMMIT": False},
    "jobs": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []},
}

# Logs hold ids and codes. Who came from where, and which address was not there, is no warning and nobody's business.
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_STATUS_4XX_LOG_LEVEL = logging.INFO

# A worker that gave no sign of life for so long was killed: what it had begun is given back.
WORKER_SILENCE = timedelta(seconds=20)

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = env.text("STATIC_DIR", str(VAR / "static"))
STATICFILES_DIRS = [ROOT / "assets"]
MEDIA_ROOT = VAR / "media"
# No web server may hand out this folder: every file goes through a checked view, editorial's or forum/files'.
MEDIA_URL = "/files-are-served-by-the-checked-view/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.static.ManifestStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False

from config.settings.accounts import *  # noqa: E402, F403
from config.settings.cms import *  # noqa: E402, F403
from config.settings.keys import *  # noqa: E402, F403
from config.settings.logs import LOGGING  # noqa: E402, F401
from config.settings.mail import *  # noqa: E402, F403
from config.settings.safety import *  # noqa: E402, F403
