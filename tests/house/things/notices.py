"""Of the room of notices."""

from network.jobs.models import StuckJob


def stuck_job(cast) -> dict[str, int]:
    stuck = StuckJob.objects.create(job="network.notices.jobs.send_letter", args=[0], error="TimeoutError")
    return {"stuck_id": stuck.pk}
