"""The log says how something stood before and after a moderator's deed, in states alone."""

from uuid import uuid4

from forum.casebook.actions.appeal import appeal_against, judge_appeal
from forum.casebook.actions.objection import judge_objection
from forum.concerns.actions.duty import Wishes, keep_duty
from forum.concerns.actions.matter import claim_matter, release_matter
from forum.desk.actions.decision import PAUSE_DAY, decide_case
from forum.desk.actions.report import report_message
from forum.talk.models import Message
from network.records.models import StaffAction
from tests.factories.forum import say


def lines():
    return dict(StaffAction.objects.exclude(change="").values_list("verb", "change"))


def test_of_a_case_from_taking_it_to_the_appeal(ada, bola, dina, leo, topic):
    case = report_message(by=bola.viewer, message=say(ada.viewer, topic), reason="other", words="", key=uuid4()).case
    claim_matter(by=leo, matter=case)
    release_matter(by=leo, matter=case)
    decide_case(by=dina.viewer, case=case, decision=PAUSE_DAY, reason="Unkind", words="Hello")
    message = Message.objects.get(pk=case.message_id)
    appeal = appeal_against(by=ada.viewer, message=message, words="It is kind", key=uuid4())
    judge_appeal(by=leo, appeal=appeal, restores=True, reason="It is")

    assert lines() == {
        "claimed_case": "free → taken",
        "released_case": "taken → free",
        "case_paused": "shown → hidden",
        "paused_writing": "can post → can only read",
        "appeal_restored": "hidden → shown",
        "lifted_pause": "can only read → can post",
    }


def test_of_a_measure_and_of_duty(ada, dina, leo, kemi, taken, objected):
    measure = taken("suspension", ada.person, by=dina.viewer, second=leo)
    judge_objection(by=kemi, objection=objected(measure, uuid4()), overturns=True, reason="No")
    keep_duty(by=dina.viewer, wishes=Wishes(is_on=True))

    assert lines() == {
        "proposed_suspension": "nothing → proposed",
        "seconded_suspension": "proposed → in force",
        "appeal_overturned": "open → overturned",
        "lifted_suspension": "in force → ended",
        "went_on_duty": "off → on",
    }
