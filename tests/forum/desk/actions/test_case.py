from uuid import uuid4

import pytest

from forum.concerns.actions.matter import AlreadyTaken, NoLead, claim_matter, pass_matter, release_matter
from forum.desk.actions.decision import KEEP, REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import CaseState
from forum.desk.notices import PASSED
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.notices.models import Notice
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.forum import say
from tests.factories.network import make_person


def report(who, message):
    return report_message(by=who.viewer, message=message, reason="identifies", words="", key=uuid4()).case


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Reported words")


@pytest.fixture
def leo(db):
    """A second moderator."""
    return viewer_of(make_person("Leo Marsh", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, ""))))


@pytest.fixture
def lead(db):
    """The network lead, an ally too."""
    return viewer_of(make_person("Kemi Ojo", roles=((RoleKind.ALLY, ""), (RoleKind.OWNER, ""))))


def test_only_moderators_see_cases_and_never_about_themselves_or_by_themselves(ada, bola, dina, efe, finn, topic):
    about_ada = report(bola, say(ada.viewer, topic))
    about_dina = report(bola, say(dina.viewer, topic))
    by_dina = report(dina, say(ada.viewer, topic))

    assert [can_see(dina.viewer, one) for one in (about_ada, about_dina, by_dina)] == [True, False, False]
    assert not any(can_see(who.viewer, about_ada) for who in (ada, bola, efe, finn))
    for one in (about_dina, by_dina):
        with pytest.raises(Refused):
            decide_case(by=dina.viewer, case=one, decision=REMIND, reason="No")


def test_what_one_has_taken_no_other_takes_or_decides(bola, dina, leo, message):
    case = claim_matter(by=dina.viewer, matter=report(bola, message))

    with pytest.raises(AlreadyTaken):
        claim_matter(by=leo, matter=case)
    with pytest.raises(AlreadyTaken):
        decide_case(by=leo, case=case, decision=REMIND, reason="It is not kind")
    assert case.claimed_by == dina.person
    assert claim_matter(by=dina.viewer, matter=case).claimed_by == dina.person


def test_what_is_given_back_another_takes(bola, dina, leo, message):
    case = claim_matter(by=dina.viewer, matter=report(bola, message))

    release_matter(by=leo, matter=case)
    case.refresh_from_db()
    assert case.claimed_by == dina.person
    release_matter(by=dina.viewer, matter=case)

    assert claim_matter(by=leo, matter=case).claimed_by_id == leo.person_id


def test_only_who_may_decide_takes(ada, bola, cem, dina, topic, message):
    case, about_dina = report(bola, message), report(bola, say(dina.viewer, topic))

    for who, what in ((ada, case), (bola, case), (cem, case), (dina, about_dina)):
        with pytest.raises(Refused):
            claim_matter(by=who.viewer, matter=what)
        with pytest.raises(Refused):
            release_matter(by=who.viewer, matter=what)


def test_taking_and_giving_back_are_logged(bola, dina, message):
    case = claim_matter(by=dina.viewer, matter=report(bola, message))

    release_matter(by=dina.viewer, matter=case)

    assert list(StaffAction.objects.order_by("pk").values_list("verb", flat=True)) == ["claimed_case", "released_case"]


def test_what_is_passed_on_only_the_lead_sees_and_decides(bola, dina, leo, lead, message):
    case = pass_matter(
        by=dina.viewer,
        matter=claim_matter(by=dina.viewer, matter=report(bola, message)),
        reason="Safeguarding",
        kind=PASSED,
    )

    assert [can_see(who, case) for who in (dina.viewer, leo, lead)] == [False, False, True]
    assert Notice.objects.get(kind="desk.passed").person_id == lead.person_id
    assert decide_case(by=lead, case=case, decision=KEEP, reason="It is kind").state == CaseState.KEPT


def test_nothing_is_passed_into_the_void(bola, dina, message):
    case = report(bola, message)

    with pytest.raises(NoLead):
        pass_matter(by=dina.viewer, matter=case, reason="Safeguarding", kind=PASSED)
    assert can_see(dina.viewer, case)


def test_a_lead_who_reported_it_is_no_lead_for_it(dina, lead, message):
    case = report_message(by=lead, message=message, reason="other", words="", key=uuid4()).case

    with pytest.raises(NoLead):
        pass_matter(by=dina.viewer, matter=case, reason="Safeguarding", kind=PASSED)
