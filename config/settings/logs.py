"""Structured logs: events with ids, never names, words or content."""

from logging import Logger

import structlog
from structlog.types import EventDict

_add_facts = structlog.stdlib.ExtraAdder()


def facts_of_ours(logger: Logger, name: str, event: EventDict) -> EventDict:
    """The ids and codes our own events come with. What libraries say so may be a whole request, with its words."""
    record = event.get("_record")
    return _add_facts(logger, name, event) if record and record.name.startswith("bali.") else event


SHARED = [
    facts_of_ours,
    structlog.contextvars.merge_contextvars,
    structlog.processors.TimeStamper(fmt="iso"),
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.stdlib.PositionalArgumentsFormatter(),
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.dev.ConsoleRenderer(colors=False),
            "foreign_pre_chain": SHARED,
        },
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processor": structlog.processors.JSONRenderer(),
            "foreign_pre_chain": SHARED,
        },
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # Django logs a 404 with its path; members' paths are opaque, but public search words are not ours to keep.
        "django.request": {"level": "ERROR"},
        "bali": {"level": "INFO"},
        # Below a warning the server's own words of a socket are who opened it and where.
        "bali.live.wire": {"level": "WARNING"},
    },
}

structlog.configure(
    processors=[
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.filter_by_level,
        structlog.processors.TimeStamper(fmt="iso"),
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    cache_logger_on_first_use=True,
)
