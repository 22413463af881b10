"""What a decision about a message does about its author, beside hiding and pausing."""

from uuid import uuid4

import pytest

from forum.concerns.models import Measure
from forum.desk.actions.decision import BAR_MONTH, NUDGE, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import CaseState
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.notices.models import Notice
from network.people.actions.affiliation import affiliate
from network.people.models import Role, RoleKind
from tests.factories.forum import say
from tests.factories.network import make_person


@pytest.fixture
def case(ada, bola, topic):
    message = say(ada.viewer, topic, "Reported words")
    return report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4()).case


def test_a_word_leaves_the_message_and_reaches_its_author_alone(ada, bola, dina, case):
    decided = decide_case(by=dina.viewer, case=case, decision=NUDGE, reason="Tone", words="More gently, please")

    assert decided.state == CaseState.NUDGED
    assert Message.objects.get(pk=case.message_id).is_standing
    assert Measure.objects.told_to(ada.viewer).get().words == "More gently, please"
    assert not Measure.objects.told_to(bola.viewer).exists()
    assert Notice.objects.filter(person=ada.person).get().kind == "concerns.measure"


def test_kept_out_for_a_month_the_author_sees_the_space_no_more(ada, bola, dina, case):
    decided = decide_case(by=dina.viewer, case=case, decision=BAR_MONTH, reason="Again", words="Please rest")

    role = Role.objects.get(person=ada.person, kind=RoleKind.BARRED)
    assert (decided.state, (role.ends_at - role.starts_at).days) == (CaseState.BARRED, 30)
    assert [can_see(who.viewer, case.message.space) for who in (ada, bola)] == [False, True]
    assert Message.objects.get(pk=case.message_id).hidden_reason == "Please rest"


def test_whoever_moderates_one_space_keeps_out_of_it(ada, case):
    mo = viewer_of(make_person("Mo", roles=((RoleKind.MODERATOR, case.message.space.public_id),)))

    decide_case(by=mo, case=case, decision=BAR_MONTH, reason="Again", words="Please rest")

    assert not can_see(ada.viewer, case.message.space)


def test_a_colleague_of_the_author_decides_nothing(ada, dina, case):
    affiliate(person=dina.person, organisation=ada.person.affiliations.get().organisation)

    with pytest.raises(Refused, match="somebody you work with"):
        decide_case(by=dina.viewer, case=case, decision=NUDGE, reason="Tone", words="Gently")
