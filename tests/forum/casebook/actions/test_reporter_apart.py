"""Whoever reported what a decision came of gives no second look at it."""

from uuid import uuid4

import pytest

from forum.casebook.actions.objection import judge_objection
from forum.casebook.views.measure import proposed
from forum.concerns.actions.concern import Told, report_subject
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure
from forum.desk.actions.decision import BAR_MONTH, decide_case
from forum.desk.actions.report import report_message
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.directory.actions.profile import change_profile, ensure_profile
from network.people.actions.affiliation import affiliate
from network.people.models import RoleKind, User
from tests.factories.forum import say
from tests.factories.network import make_person


@pytest.fixture
def by_leo(ada, leo):
    """A profile and a message of Ada's, which Leo reported."""

    def reported(topic):
        profile = ensure_profile(person=ada.person)
        change_profile(by=ada.viewer, profile=profile, changes={"is_listed": True, "listed_to": "members"})
        told = Told("other", words="Look at this")
        concern = report_subject(by=leo, kind="person", ref=profile.public_id, told=told, key=uuid4())
        words = {"reason": "other", "words": "", "key": uuid4()}
        return concern, report_message(by=leo, message=say(ada.viewer, topic), **words).case

    return reported


@pytest.mark.parametrize("which", [0, 1])
def test_whoever_reported_what_it_came_of_looks_at_no_appeal_nor_does_a_colleague(
    ada, dina, leo, kemi, topic, by_leo, objected, which
):
    """Neither by a concern nor by a case."""
    matter = by_leo(topic)[which]
    colleague = make_person("Cora", roles=((RoleKind.MODERATOR, ""),))
    affiliate(person=colleague, organisation=User.objects.get(pk=leo.person_id).affiliations.get().organisation)
    said = proposed(matter, measure="pause", words="Rest", reason="Again")
    said.days = 7
    take_measure(by=dina.viewer, measure=said)

    objection = objected(Measure.objects.get(), uuid4())

    assert can_see(kemi, objection)
    for who in (leo, viewer_of(colleague)):
        assert not can_see(who, objection)
        with pytest.raises(Refused):
            judge_objection(by=who, objection=objection, overturns=False, reason="No")


def test_nor_do_they_where_the_card_of_the_case_kept_its_author_out(ada, dina, leo, kemi, topic, by_leo, objected):
    case = by_leo(topic)[1]
    decide_case(by=dina.viewer, case=case, decision=BAR_MONTH, words="Rest", reason="Again")

    objection = objected(Measure.objects.get(), uuid4())

    assert can_see(kemi, objection) and not can_see(leo, objection)
