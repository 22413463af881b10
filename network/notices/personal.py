"""What this room holds about people. Plain lines: its sibling `records` is not imported."""

from typing import Any

from network.notices.models import Letter, MailChoice, Notice, PlaceChoice, QuietTime


def _lines(model: type, fields: str, **why: str) -> list[dict[str, Any]]:
    return [{"model": model, "field": field, **why} for field in fields.split()]


FIELDS = [
    *_lines(
        Notice,
        "public_id person kind ref place key told_at read_at mailed_at cleared_at",
        purpose="telling members what concerns them",
        basis="contract: membership",
        seen_by="the person",
        keep="12 months",
        export="kind and times",
        erase="deleted with the account",
    ),
    *_lines(
        Letter,
        "person kind ref key address subject text html state written_at sent_at",
        purpose="sending mail that must not be lost",
        basis="contract: membership",
        seen_by="nobody; the worker",
        keep="90 days; an account letter's words and address only until sent",
        export="kind and times",
        erase="deleted with the account",
    ),
    *_lines(
        MailChoice,
        "person kind pace",
        purpose="writing to members as often as they want",
        basis="consent: digests are off until chosen",
        seen_by="the person",
        keep="with the account",
        export="all",
        erase="deleted with the account",
    ),
    *_lines(
        PlaceChoice,
        "person place pace",
        purpose="writing to members about each space as often as they want",
        basis="consent: mail about a place is as for its kind until chosen",
        seen_by="the person",
        keep="with the account",
        export="all",
        erase="deleted with the account",
    ),
    *_lines(
        QuietTime,
        "person begins_at ends_at paused_until",
        purpose="no mail at night or on days away",
        basis="contract: membership",
        seen_by="the person",
        keep="with the account",
        export="all",
        erase="deleted with the account",
    ),
]
