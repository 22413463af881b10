"""Somebody else looks at a complaint than whoever decided what it is about."""

from uuid import uuid4

from django.urls import reverse

from forum.casebook.actions.appeal import appeal_against, judge_appeal
from forum.casebook.actions.complaint import complain, report
from forum.casebook.actions.cover import object_to_cover
from forum.casebook.actions.objection import judge_objection
from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.concerns.models import Concern
from forum.covers.models import Cover
from forum.desk.actions.decision import KEEP, REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.extracts.models import Widening
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.notices.models import Notice
from network.people.models import RoleKind
from tests.factories.forum import make_thread, say
from tests.factories.network import make_person


def about(*references):
    told = Told("complaint", f"Wrong: {' '.join(references)}, and it still stands.")
    return complain(told=told, place="My report", answer_to="", key=uuid4(), is_mailed=False)


def decided_by(moderator, ada, bola):
    facts = {"kind": "thread", "ref": make_thread(ada.viewer).public_id, "told": Told("other"), "key": uuid4()}
    return decide_concern(by=moderator, concern=report_subject(by=bola.viewer, **facts), acts=False, reason="Fine")


def seen_by(complaint, *viewers):
    return [can_see(viewer, complaint) for viewer in viewers]


def test_whoever_decided_a_concern_sees_no_complaint_about_it(ada, bola, dina, leo):
    complaint = about(decided_by(dina.viewer, ada, bola).public_id)

    assert seen_by(complaint, dina.viewer, leo) == [False, True]


def test_nor_whoever_decided_a_message_or_a_measure(ada, bola, dina, leo, kemi, topic, taken):
    report = report_message(by=bola.viewer, message=say(ada.viewer, topic), reason="other", words="", key=uuid4())
    decide_case(by=dina.viewer, case=report.case, decision=KEEP, reason="Fine")
    measure = taken("pause", ada.person, by=dina.viewer, second=leo, days=90)

    assert seen_by(about(report.public_id), dina.viewer, leo, kemi) == [False, True, True]
    assert seen_by(about(measure.public_id), dina.viewer, leo, kemi) == [False, False, True]


def test_only_the_first_reference_counts(ada, bola, dina, leo):
    first, second = decided_by(dina.viewer, ada, bola), decided_by(leo, ada, bola)

    assert seen_by(about(first.public_id, second.public_id), dina.viewer, leo) == [False, True]


def test_what_is_no_reference_keeps_nobody_away(dina, leo):
    assert seen_by(about("abcdefghjkmn"), dina.viewer, leo) == [True, True]


def test_where_nobody_else_would_be_left_somebody_looks_all_the_same(ada, bola, dina):
    assert seen_by(about(decided_by(dina.viewer, ada, bola).public_id), dina.viewer) == [True]


def test_what_both_owners_decided_is_urgent_for_the_moderators_who_are_left(client, ada, dina, leo, kemi, taken):
    olu = viewer_of(make_person("Olu Keeper", roles=((RoleKind.OWNER, ""),)))
    measure = taken("suspension", ada.person, by=kemi, second=olu)
    words = f"Somebody is in danger. {measure.public_id}"

    page = client.get("/report/").content.decode()
    key = page.split('name="key" value="')[1].split('"')[0]
    form = {"category": "safeguarding", "place": "My account", "words": words, "key": key}
    assert client.post("/report/", form).status_code == 200

    complaint = Concern.objects.get(reporter=None)
    assert not complaint.is_for_lead
    assert seen_by(complaint, kemi, olu, dina.viewer, leo) == [False, False, True, True]
    told = set(Notice.objects.filter(kind="concerns.urgent").values_list("person_id", flat=True))
    assert told == {dina.person.pk, leo.person_id}


def test_the_same_form_with_other_words_keeps_away_whom_it_kept_away(ada, bola, dina, leo):
    first, second, key = decided_by(dina.viewer, ada, bola), decided_by(leo, ada, bola), uuid4()
    facts = {"place": "My report", "answer_to": "", "key": key, "is_mailed": False}
    complaint = complain(told=Told("complaint", first.public_id), **facts)

    again = complain(told=Told("complaint", second.public_id), **facts)

    assert again == complaint and seen_by(complaint, dina.viewer, leo) == [False, True]


def test_whoever_looked_again_at_a_measure_sees_no_complaint_about_that(ada, dina, leo, kemi, taken, objected):
    measure = taken("pause", ada.person, by=dina.viewer, days=7)
    objection = objected(measure, uuid4())
    judge_objection(by=leo, objection=objection, overturns=False, reason="It stands")

    for one in (objection, measure):
        assert seen_by(about(one.public_id), dina.viewer, leo, kemi) == [False, False, True]


def test_nor_whoever_looked_again_at_a_message(ada, bola, dina, leo, kemi, topic):
    report = report_message(by=bola.viewer, message=say(ada.viewer, topic), reason="other", words="", key=uuid4())
    decide_case(by=dina.viewer, case=report.case, decision=REMIND, reason="Unkind", words="Please rest")
    hidden = Message.objects.get(pk=report.message_id)
    appeal = appeal_against(by=ada.viewer, message=hidden, words="It is kind", key=uuid4())
    judge_appeal(by=leo, appeal=appeal, restores=False, reason="It is not")

    for one in (appeal, report):
        assert seen_by(about(one.public_id), dina.viewer, leo, kemi) == [False, False, True]


def test_nor_the_two_who_opened_a_conversation(ada, dina, leo, kemi, topic):
    facts = {"matter": "abcdefghjkmn", "about": say(ada.viewer, topic), "reason": "life", "words": "Now"}
    facts |= {"asked_by": dina.person, "is_asked_by_owner": False, "decided_by_id": leo.person_id}
    opening = Widening.objects.create(**facts)

    assert seen_by(about(opening.public_id), dina.viewer, leo, kemi) == [False, False, True]


def hidden_by(moderator, ada, bola):
    """A title of Ada's."""
    facts = {"kind": "thread", "ref": make_thread(ada.viewer).public_id, "told": Told("other"), "key": uuid4()}
    concern, hiding = report_subject(by=bola.viewer, **facts), Hiding(("title",), "Please open it anew.")
    decide_concern(by=moderator, concern=concern, acts=True, reason="Logged", hiding=hiding)
    return Cover.objects.get(matter=concern.public_id)


def test_nor_whoever_hid_a_title_where_what_they_hid_is_quoted(ada, bola, dina, leo, kemi):
    cover = hidden_by(dina.viewer, ada, bola)
    about_it = reverse("cover_appeal", args=[cover.public_id])

    for quoted in (cover.public_id, about_it, cover.matter):
        assert seen_by(about(quoted), dina.viewer, leo, kemi) == [False, True, True]


def test_nor_whoever_looked_again_at_it(ada, bola, dina, leo, kemi):
    cover = hidden_by(dina.viewer, ada, bola)
    appeal = object_to_cover(by=ada.viewer, cover=cover, words="It names nobody", key=uuid4())
    decide_concern(by=leo, concern=appeal, acts=False, reason="It does")

    for quoted in (cover.public_id, appeal.public_id, cover.matter):
        assert seen_by(about(quoted), dina.viewer, leo, kemi) == [False, False, True]


def test_nor_where_a_report_of_something_else_quotes_it(ada, bola, dina, leo, topic):
    cover = hidden_by(dina.viewer, ada, bola)
    told = Told("complaint", f"As unkind as {cover.public_id}, and that went.")

    complaint = report(by=bola.viewer, kind="thread", ref=topic.public_id, told=told, key=uuid4())

    assert seen_by(complaint, dina.viewer, leo) == [False, True]


def test_what_is_hidden_until_somebody_has_looked_keeps_nobody_away(ada, bola, dina, leo):
    facts = {"kind": "thread", "ref": make_thread(ada.viewer).public_id, "told": Told("safeguarding"), "key": uuid4()}
    report_subject(by=bola.viewer, **facts)

    assert seen_by(about(Cover.objects.get().public_id), dina.viewer, leo) == [True, True]


def test_the_address_of_a_thread_keeps_nobody_away(ada, bola, dina, leo):
    """What was decided about a thread is quoted by its own reference."""
    thread = hidden_by(dina.viewer, ada, bola).thread

    assert seen_by(about(thread.public_id), dina.viewer, leo) == [True, True]
