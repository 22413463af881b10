"""The one task behind every job: look it up, try it, and on failure try again later."""

import logging
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.utils import timezone
from django_tasks import task

log = logging.getLogger("bali.jobs")
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)


def wait_before(attempt: int) -> timedelta:
    """How long to wait before an attempt: 5 s, 20 s, 80 s ... at most an hour."""
    return min(FIRST_WAIT * 4 ** (attempt - 2), LONGEST_WAIT)


@task(backend="jobs")
def perform(name: str, args: list[Any], kwargs: dict[str, Any], attempt: int) -> None:
    """Run the job of that name. A failure writes the next attempt's row, or after the last one a stuck job's."""
    job = apps.get_app_config("jobs").jobs.get(name)  # type: ignore[attr-defined]
    if job is None:
        apps.get_model("jobs", "StuckJob").objects.note(name, args, kwargs, "UnknownJob")
        return
    try:
        job.body(*args, **kwargs)
    except Exception as failure:  # Whatever a job's body raises must lead to another attempt.
        log.warning("job_failed", extra={"job": name, "attempt": attempt, "error": type(failure).__name__})
        if attempt >= job.attempts:
            apps.get_model("jobs", "StuckJob").objects.note(name, args, kwargs, type(failure).__name__)
        else:
            again = perform.using(run_after=timezone.now() + wait_before(attempt + 1))
            again.enqueue(name, args, kwargs, attempt + 1)
