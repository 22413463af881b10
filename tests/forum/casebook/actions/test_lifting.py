"""What is undone ends, and no more than that."""

from uuid import uuid4

import pytest
from django.core import mail

from forum.casebook.actions.lifting import lift_measure
from forum.casebook.actions.objection import judge_objection
from forum.casebook.models import ObjectionState
from forum.concerns.models import Measure
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from network.people.actions.role import grant_role
from tests.factories.forum import make_space


def test_both_undone_the_space_opens_again(ada, dina, leo, kemi, taken, objected):
    space = make_space()
    both = [taken("bar", ada.person, by=dina.viewer, second=leo, scope=space.public_id) for _ in range(2)]

    for measure in both:
        judge_objection(by=kemi, objection=objected(measure, uuid4()), overturns=True, reason="Too much")

    assert can_see(viewer_of(ada.person), space)


def test_another_decision_keeps_the_account_closed(ada, dina, leo, kemi, taken, objected, on_commit):
    first, other = (taken("suspension", ada.person, by=dina.viewer, second=leo) for _ in range(2))

    with on_commit():
        judge_objection(by=kemi, objection=objected(first, uuid4()), overturns=True, reason="A mix-up")
    run_jobs()

    ada.person.refresh_from_db()
    assert not ada.person.is_active
    letter = next(one for one in mail.outbox if one.subject == "Your appeal")
    assert "open again" not in letter.body and "another decision keeps your account closed" in letter.body
    judge_objection(by=kemi, objection=objected(other, uuid4()), overturns=True, reason="A mix-up")
    ada.person.refresh_from_db()
    assert ada.person.is_active


def test_what_a_host_decided_before_goes_on(ada, dina, leo, kemi, taken, objected):
    space = make_space()
    role = grant_role(person=ada.person, kind="barred", scope=space.public_id, by=None)
    measure = taken("bar", ada.person, by=dina.viewer, second=leo, scope=space.public_id)
    assert measure.role == role

    judge_objection(by=kemi, objection=objected(measure, uuid4()), overturns=True, reason="Too much")

    assert not can_see(viewer_of(ada.person), space)


@pytest.mark.parametrize(("kind", "lost"), [("pause", {"pause": None}), ("bar", {"role": None})])
def test_what_cannot_be_found_is_not_said_to_have_ended(ada, dina, leo, taken, objected, signed_in, kind, lost):
    scope = make_space().public_id if kind == "bar" else ""
    measure = taken(kind, ada.person, by=dina.viewer, days=7, scope=scope)
    Measure.objects.filter(pk=measure.pk).update(**lost)
    objection = objected(measure, uuid4())

    form = {"decision": "overturn", "reason": "Words for the log"}
    page = signed_in(leo).post(f"/m/desk/objections/{objection.public_id}/", form)

    assert page.status_code == 409
    assert b"cannot be undone here" in page.content and b"Words for the log" in page.content
    objection.refresh_from_db()
    assert (
        objection.is_open
        and Measure.objects.get().is_running
        and not Notice.objects.filter(kind="casebook.decided").exists()
    )


def test_what_an_appeal_about_a_message_has_ended_is_undone_whatever_is_said(ada, dina, leo, kemi, taken, objected):
    measure = taken("bar", ada.person, by=dina.viewer, scope=make_space().public_id, days=30)
    objection = objected(measure, uuid4())
    lift_measure(by=leo, measure=measure)

    judged = judge_objection(by=kemi, objection=objection, overturns=False, reason="It stands")

    assert judged.state == ObjectionState.OVERTURNED
