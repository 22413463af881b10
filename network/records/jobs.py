"""When the log forgets."""

from datetime import timedelta

from network.jobs.registry import scheduled
from network.records.keeping import kept_since
from network.records.models import StaffAction

# The database looks at its own clock, and refuses all where it takes one line for too young.
BESIDE_ITS_CLOCK = timedelta(days=1)


@scheduled("5 4 * * *")
def forget_lines() -> None:
    """Lines go after 24 months; the database lets go of those alone. Run twice or half-way, nothing is missed."""
    StaffAction.objects.filter(done_at__lt=kept_since() - BESIDE_ITS_CLOCK).delete()
