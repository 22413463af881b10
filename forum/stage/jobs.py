"""What the clock does for a talk."""

from forum.spaces.readers import readers
from forum.stage.actions.turn import tell_phase
from forum.stage.models import Halt, Sitting
from forum.stage.notices import CARE
from network.jobs.registry import job
from network.notices.actions.tell import tell


@job(attempts=12)
def turn(sitting_id: int) -> None:
    """Let open pages draw the phase anew. Whoever loads one after its time sees it without this."""
    for sitting in Sitting.objects.filter(pk=sitting_id).select_related("opening"):
        tell_phase(sitting)


@job(attempts=12)
def tell_care(halt_id: int) -> None:
    """Tell everybody with a place of what the hosts have written. Killed half-way, the next attempt tells the rest."""
    for halt in Halt.objects.filter(pk=halt_id).select_related("sitting__thread__space"):
        thread = halt.sitting.thread
        for person in readers(thread.space).exclude(pk=halt.called_by_id):
            tell(person=person, kind=CARE, ref=thread.public_id, key=f"stage.care:{halt.pk}")
