"""What happens by the clock: pages go live and come down."""

from django.core.management import call_command

from network.jobs.registry import scheduled


@scheduled("* * * * *")
def publish_due() -> None:
    """Publish what is due and take down what has expired. Killed half-way, the next minute does the rest."""
    call_command("publish_scheduled", verbosity=0)
