"""What a log line says: the event, and the ids and codes of our own events."""

import json
import logging

from django.conf import settings


def written(logger, event, **facts):
    """The line as production writes it."""
    made = settings.LOGGING["formatters"]["json"]
    formatter = made["()"](processor=made["processor"], foreign_pre_chain=made["foreign_pre_chain"])
    record = logging.getLogger(logger).makeRecord(logger, logging.ERROR, "", 0, event, (), None, extra=facts)
    return json.loads(formatter.format(record))


def test_our_events_say_their_ids_and_codes():
    line = written("bali.errors", "page_failed", reference="0a1b2c3d")

    assert (line["event"], line["logger"], line["reference"]) == ("page_failed", "bali.errors", "0a1b2c3d")


def test_what_a_library_adds_is_not_written():
    assert "canary" not in json.dumps(written("django.request", "Not Found", request="GET /search/?q=canary"))
