"""Of the room of notices."""

from network.jobs.models import StuckJob
from network.notices.kind import choosable
from network.notices.unsubscribing import word_for


def stuck_job(cast) -> dict[str, int]:
    stuck = StuckJob.objects.create(job="network.notices.jobs.send_letter", args=[0], error="TimeoutError")
    return {"stuck_id": stuck.pk}


def paces(cast) -> dict[str, str]:
    """What the page of preferences posts."""
    return {kind.name.replace(".", "-"): "daily" for kind in choosable()}


def adas_word(cast) -> dict[str, str]:
    return {"word": word_for(cast.ada.person, choosable()[0].name)}


def forged_word(cast) -> dict[str, str]:
    return {"word": "WyJhIiwiYiJd:1a:forged"}
