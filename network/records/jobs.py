"""When the log forgets."""

from network.jobs.registry import scheduled
from network.records.keeping import kept_since
from network.records.models import StaffAction


@scheduled("5 4 * * *")
def forget_lines() -> None:
    """Lines go after 24 months; the database lets go of those alone. Run twice or half-way, nothing is missed."""
    StaffAction.objects.filter(done_at__lt=kept_since()).delete()
