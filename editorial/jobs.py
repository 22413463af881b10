"""Scheduled go-live that truly runs."""

from django.core.management import call_command

from network.jobs.registry import scheduled


@scheduled("* * * * *")
def publish_scheduled_pages() -> None:
    """Publish and expire what is due. Wagtail finds it by time, so a missed minute is made up for by the next."""
    call_command("publish_scheduled")
