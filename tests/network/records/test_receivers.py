"""Power used in the rooms below the log: each use is one line, written with the deed or not at all."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from network.jobs.actions.release import release
from network.jobs.models import StuckJob
from network.people.actions.role import end_role, grant_role
from network.people.actions.suspension import restore, suspend
from network.people.models import Role, User
from network.people.signals import staff_acted
from network.records.models import StaffAction


def lines() -> list[tuple]:
    return list(StaffAction.objects.order_by("pk").values_list("by_id", "verb", "about_id", "reason"))


def test_a_suspension_and_its_end_are_noted(dina, bola):
    suspend(person=bola.person, by=dina.person)
    restore(person=bola.person, by=dina.person)

    about = bola.person.pk
    assert lines() == [(dina.person.pk, "suspended", about, ""), (dina.person.pk, "restored", about, "")]


def test_a_role_given_is_noted_once(finn, eve):
    for _ in range(2):
        grant_role(person=eve.person, kind="participant", scope="C12", by=finn.person)

    assert lines() == [(finn.person.pk, "granted_role", eve.person.pk, "participant C12")]


def test_a_role_taken_is_noted(finn, ada):
    end_role(role=Role.objects.get(person=ada.person), by=finn.person)

    assert lines() == [(finn.person.pk, "ended_role", ada.person.pk, "alumna C09")]


def test_a_job_put_back_to_work_is_noted_once(finn):
    stuck = StuckJob.objects.note("test.gone", [1], {}, "RuntimeError")

    for _ in range(2):
        release(by=finn.person, stuck=stuck)

    assert lines() == [(finn.person.pk, "released_job", None, f"test.gone {stuck.pk}")]


def test_what_the_system_does_is_no_use_of_an_office(bola):
    suspend(person=bola.person, by=None)
    grant_role(person=bola.person, kind="participant", scope="C12", by=None)

    assert not User.objects.get(pk=bola.person.pk).is_active
    assert lines() == []


def test_what_was_refused_is_not_noted(bola, maya):
    with pytest.raises(PermissionDenied):
        suspend(person=maya.person, by=bola.person)

    assert lines() == []


def test_a_deed_undone_takes_its_line_with_it(dina, bola):
    with pytest.raises(RuntimeError), transaction.atomic():
        suspend(person=bola.person, by=dina.person)
        raise RuntimeError

    assert (lines(), User.objects.get(pk=bola.person.pk).is_active) == ([], True)


def test_what_cannot_be_noted_does_not_happen(dina, bola):
    def fail(**_):
        raise RuntimeError

    staff_acted.connect(fail, weak=False, dispatch_uid="test.fail")
    try:
        with pytest.raises(RuntimeError):
            suspend(person=bola.person, by=dina.person)
    finally:
        staff_acted.disconnect(dispatch_uid="test.fail")

    assert User.objects.get(pk=bola.person.pk).is_active
