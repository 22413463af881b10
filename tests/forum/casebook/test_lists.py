"""What was decided about somebody before: what, by which rule, when. No space, no moderator, nothing about a pen."""

from dataclasses import replace
from uuid import uuid4

from forum.casebook.actions.appeal import appeal_against, judge_appeal
from forum.casebook.actions.objection import judge_objection
from forum.casebook.lists import record_of
from forum.concerns.actions.concern import Told, report_subject
from forum.desk.actions.decision import BAR_MONTH, KEEP, REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.people.models import RoleKind
from tests.factories.forum import make_thread, say
from tests.factories.network import make_person


def reported(reporter, message):
    return report_message(by=reporter.viewer, message=message, reason="other", words="", key=uuid4()).case


def what(viewer, matter):
    return [one.what for one in record_of(viewer, matter)]


def test_decisions_and_measures_stand_with_rule_and_time_the_latest_first(ada, bola, dina, leo, topic, taken):
    ruled = replace(REMIND, rule="2. Be kind.")
    hidden = decide_case(by=dina.viewer, case=reported(bola, say(ada.viewer, topic)), decision=ruled, reason="Unkind")
    decide_case(by=dina.viewer, case=reported(bola, say(ada.viewer, topic)), decision=KEEP, reason="Fine")
    taken("nudge", ada.person, by=dina.viewer)
    taken("suspension", ada.person, by=dina.viewer)
    now = reported(bola, say(ada.viewer, topic))

    record = record_of(leo, now)

    assert [one.what for one in record] == ["A word from the moderators", "The message was hidden"]
    assert (record[1].rule, record[1].at) == ("2. Be kind.", hidden.decided_at)


def test_a_bar_that_came_with_a_decision_stands_once_and_its_own_case_not_at_all(ada, bola, dina, leo, topic):
    barred = decide_case(by=dina.viewer, case=reported(bola, say(ada.viewer, topic)), decision=BAR_MONTH, reason="No")
    facts = {"kind": "thread", "ref": make_thread(ada.viewer).public_id, "told": Told("other"), "key": uuid4()}

    concern = report_subject(by=bola.viewer, **facts)

    assert what(leo, concern) == ["The message was hidden and its author kept out of the space"]
    assert what(leo, barred) == []


def test_what_was_undone_says_so(ada, bola, dina, leo, topic, taken, objected):
    measure = taken("pause", ada.person, by=dina.viewer, days=7)
    judge_objection(by=leo, objection=objected(measure, uuid4()), overturns=True, reason="No")

    assert what(dina.viewer, reported(bola, say(ada.viewer, topic))) == [
        "Reads and does not write, 7 days. Undone after an appeal"
    ]


def test_whoever_moderates_one_space_reads_of_that_one_alone(ada, bola, dina, topic, taken):
    mo = viewer_of(make_person("Mo", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, topic.space.public_id))))
    decide_case(by=dina.viewer, case=reported(bola, say(ada.viewer, topic)), decision=REMIND, reason="Unkind")
    elsewhere = say(ada.viewer, make_thread(ada.viewer))
    decide_case(by=dina.viewer, case=reported(bola, elsewhere), decision=REMIND, reason="Unkind")
    taken("nudge", ada.person, by=dina.viewer)
    now = reported(bola, say(ada.viewer, topic))

    assert len(what(dina.viewer, now)) == 3
    assert what(mo, now) == ["The message was hidden"]


def test_an_appeal_about_the_message_lifts_the_bar_that_came_with_it(ada, bola, cem, dina, leo, topic):
    message = say(ada.viewer, topic)
    decide_case(by=dina.viewer, case=reported(bola, message), decision=REMIND, reason="Unkind")
    appeal = appeal_against(by=ada.viewer, message=Message.objects.get(pk=message.pk), words="It is kind", key=uuid4())
    # Reported again by somebody who saw it, it is hidden already: the second decision bars its author.
    before = Message.objects.get(pk=message.pk)
    before.hidden_at = None
    second = reported(cem, before)
    decide_case(by=dina.viewer, case=second, decision=BAR_MONTH, reason="Again")
    assert not can_see(viewer_of(ada.person), topic)

    judge_appeal(by=leo, appeal=appeal, restores=True, reason="It is kind")

    assert can_see(viewer_of(ada.person), topic)
    second.refresh_from_db()
    assert second.measure.state == "lifted"


def test_what_an_appeal_is_against_is_no_earlier_decision(ada, dina, leo, taken, objected):
    taken("pause", ada.person, by=dina.viewer, days=1)
    objection = objected(taken("pause", ada.person, by=dina.viewer, days=7), uuid4())

    assert what(leo, objection) == ["Reads and does not write, 1 day"]
