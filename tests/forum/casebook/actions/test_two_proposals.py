"""The same is proposed out of two matters: whoever does not see the one is told nothing by the other."""

from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse

from forum.casebook.actions.lifting import lift_measure
from forum.concerns.actions.measure import MeasureSettled, second_measure, take_measure
from forum.concerns.models import Measure, MeasureState
from forum.desk.actions.report import report_message
from forum.desk.lists import waiting_proposals
from forum.spaces.models import Pause
from forum.talk.rules import can_post
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.jobs.worker import run_jobs
from network.people.actions.affiliation import affiliate
from network.people.models import Role, RoleKind, User
from tests.factories.forum import say
from tests.factories.network import make_person


@pytest.fixture
def cora(leo):
    """A member who works where Leo does."""
    person = make_person("Cora Lane", roles=((RoleKind.ALLY, ""),))
    affiliate(person=person, organisation=User.objects.get(pk=leo.person_id).affiliations.get().organisation)
    return viewer_of(person)


@pytest.fixture
def by_cora(ada, cora, topic):
    """Of her report about another message of Ada's."""
    words = {"reason": "other", "words": "", "key": uuid4()}
    return report_message(by=cora, message=say(ada.viewer, topic), **words).case


def propose(by, matter, kind):
    facts = {"days": 90 if kind == "pause" else None, "scope": matter.scope if kind == "bar" else ""}
    facts |= {"person_id": matter.about_id, "words": "Please rest", "reason": "Again", "matter": matter.public_id}
    return take_measure(by=by, measure=Measure(kind=kind, **facts))


def stands_free(person, topic):
    person.refresh_from_db()
    viewer = viewer_of(person)
    return person.is_active and can_see(viewer, topic) and can_post(viewer, topic)


@pytest.mark.parametrize("kind", ["pause", "bar", "suspension"])
def test_what_waits_out_of_a_colleagues_report_refuses_nobody_who_does_not_see_it(dina, leo, case, by_cora, kind):
    hidden = propose(dina.viewer, by_cora, kind)
    assert not can_see(leo, hidden)

    mine = propose(leo, case, kind)

    assert mine.state == MeasureState.PROPOSED and can_see(dina.viewer, mine)
    assert waiting_proposals(leo, "open") == [mine]


def test_nor_does_the_form_say_that_something_waits(dina, leo, signed_in, case, by_cora):
    propose(dina.viewer, by_cora, "suspension")
    form = {"measure": "suspension", "words": "Please rest", "reason": "Again"}

    answer = signed_in(leo).post(reverse("case_proposal", args=[case.public_id]), form)

    assert (answer.status_code, Measure.objects.proposed().count()) == (302, 2)


@pytest.mark.parametrize("kind", ["pause", "bar", "suspension"])
def test_out_of_one_matter_the_same_is_proposed_once(dina, kemi, case, kind):
    propose(dina.viewer, case, kind)

    with pytest.raises(MeasureSettled):
        propose(kemi, case, kind)


@pytest.mark.parametrize("kind", ["pause", "bar", "suspension"])
def test_both_in_force_each_holds_until_both_have_ended(ada, dina, leo, kemi, topic, case, by_cora, kind):
    both = [propose(dina.viewer, by_cora, kind), propose(leo, case, kind)]
    for one in both:
        second_measure(by=kemi, measure=one, agrees=True)
    olu = viewer_of(make_person("Olu Keeper", roles=((RoleKind.OWNER, ""),)))

    found = []
    for one in both:
        lift_measure(by=olu, measure=one)
        found.append(stands_free(ada.person, topic))

    assert found == [False, True]


def test_of_two_closures_each_has_its_letter_and_the_account_is_closed(ada, dina, leo, kemi, case, by_cora):
    """Each may be appealed, and only its letter says how."""
    both = [propose(dina.viewer, by_cora, "suspension"), propose(leo, case, "suspension")]
    for one in both:
        second_measure(by=kemi, measure=one, agrees=True)
    run_jobs()

    letters = [one.body for one in mail.outbox if one.to == [ada.person.email]]
    assert [one.public_id in letter for one, letter in zip(both, letters, strict=True)] == [True, True]


def test_of_two_bars_the_role_is_one(dina, leo, kemi, case, by_cora):
    for one in (propose(dina.viewer, by_cora, "bar"), propose(leo, case, "bar")):
        second_measure(by=kemi, measure=one, agrees=True)

    assert Role.objects.current().filter(kind=RoleKind.BARRED).count() == 1


def test_one_declined_leaves_the_other_waiting(dina, leo, kemi, case, by_cora):
    first, other = propose(dina.viewer, by_cora, "pause"), propose(leo, case, "pause")

    second_measure(by=kemi, measure=first, agrees=False)

    assert Measure.objects.proposed().get() == other and not Pause.objects.exists()
