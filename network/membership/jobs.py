"""What this room does by the clock."""

from network.jobs.registry import scheduled
from network.membership.actions.pledge import follow_up
from network.membership.models import Pledge, RequestState


@scheduled("10 9 * * *")
def follow_pledges_up() -> None:
    """Each morning. Killed half-way, the rest is asked the next time: nobody is asked twice."""
    made = Pledge.objects.made().filter(person__is_active=True, person__allyrequest__state=RequestState.ADMITTED)
    for pledge in made.select_related("person").order_by("pk"):
        follow_up(pledge=pledge)
