from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from network.jobs.actions.release import release
from network.jobs.jobs import forget_finished
from network.jobs.models import StuckJob, WorkerBeat
from network.jobs.perform import perform, wait_before
from network.jobs.registry import JOBS, Job
from network.jobs.worker import claim, reap, run_jobs


@pytest.fixture
def bell():
    """A job that rings, and that fails as long as `bell.broken` is set."""

    class Bell:
        rung: list = []
        broken = False

    bell = Bell()
    bell.rung = []

    def ring(word):
        if bell.broken:
            raise RuntimeError("words that must not be kept")
        bell.rung.append(word)

    bell.job = JOBS.add(Job("test.ring", ring, attempts=3))
    yield bell
    del JOBS["test.ring"]


def test_a_job_runs_once(db, bell):
    bell.job.later("ding")

    assert run_jobs() == 1
    assert run_jobs() == 0
    assert bell.rung == ["ding"]


def test_a_job_for_later_waits(db, bell):
    bell.job.later("dong", run_after=timezone.now() + timedelta(hours=1))

    run_jobs()

    assert bell.rung == []


def test_now_is_at_once_and_leaves_no_row(db, bell):
    bell.job.now("ding")

    assert bell.rung == ["ding"]
    assert not DBTaskResult.objects.filter(backend_name="jobs").exists()


def test_a_failed_job_is_tried_again_later(db, bell):
    bell.broken = True
    bell.job.later("ding")
    run_jobs()

    bell.broken = False
    DBTaskResult.objects.update(run_after=timezone.now())
    run_jobs()

    assert bell.rung == ["ding"]
    assert not StuckJob.objects.exists()


def test_a_job_that_always_fails_lands_on_the_list_and_keeps_no_words(db, bell):
    bell.broken = True
    bell.job.later("ding")

    for _ in range(3):
        DBTaskResult.objects.update(run_after=timezone.now())
        run_jobs()

    stuck = StuckJob.objects.get()
    assert (stuck.job, stuck.args, stuck.error) == ("test.ring", ["ding"], "RuntimeError")


def test_a_stuck_job_is_released_once(finn, bell):
    stuck = StuckJob.objects.note("test.ring", ["ding"], {}, "RuntimeError")

    release(by=finn.person, stuck=stuck)
    release(by=finn.person, stuck=stuck)
    run_jobs()

    assert bell.rung == ["ding"]
    assert not StuckJob.objects.open().exists()


@pytest.mark.parametrize("who", ["ada", "efe", "dina"])
def test_only_owners_and_programme_managers_release_a_job(request, who, bell):
    person = request.getfixturevalue(who).person
    stuck = StuckJob.objects.note("test.ring", ["ding"], {}, "RuntimeError")

    with pytest.raises(PermissionDenied):
        release(by=person, stuck=stuck)

    assert StuckJob.objects.open().exists()


def test_a_job_nobody_knows_is_stuck_not_lost(db):
    perform.enqueue("gone.away", [1], {}, 1)

    run_jobs()

    assert StuckJob.objects.get().job == "gone.away"


def test_a_killed_workers_row_is_given_back(db, bell):
    bell.job.later("ding")
    claim("killed")
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(minutes=1))

    assert reap() == 1
    assert run_jobs() == 1
    assert bell.rung == ["ding"]


def test_a_living_workers_row_is_left_alone(db, bell):
    bell.job.later("ding")
    claim("alive")
    WorkerBeat.objects.create(worker="alive", seen_at=timezone.now())
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(minutes=1))

    assert reap() == 0
    assert DBTaskResult.objects.get().status == TaskResultStatus.RUNNING


def test_a_row_claimed_by_one_is_nobody_elses(db, bell):
    bell.job.later("ding")

    assert claim("one") is not None
    assert claim("other") is None


def test_the_waits_grow_to_an_hour():
    assert [wait_before(attempt).total_seconds() for attempt in (2, 3, 4, 9)] == [5, 20, 80, 3600]


def test_finished_rows_are_forgotten_after_a_week(db, bell):
    bell.job.later("ding")
    run_jobs()
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=8))

    forget_finished.now()

    assert not DBTaskResult.objects.exists()


def test_two_jobs_cannot_share_a_name(bell):
    with pytest.raises(ValueError, match="test.ring"):
        JOBS.add(Job("test.ring", lambda: None, attempts=1))
