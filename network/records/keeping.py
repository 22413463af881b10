"""How long a record of what was done for safety is kept, and the log of it: one span, for every room."""

from datetime import datetime, timedelta

from django.utils import timezone

KEPT = timedelta(days=730)


def kept_since() -> datetime:
    """What ended before this instant is forgotten."""
    return timezone.now() - KEPT
