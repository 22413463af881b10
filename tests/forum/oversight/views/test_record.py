"""What was decided, without names and without words; and numbers from which nobody can be worked out."""

import csv
import json
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from forum.casebook.actions.appeal import appeal_against, judge_appeal
from forum.concerns.actions.concern import Told, decide_concern, report_subject
from forum.concerns.rulebook import rules_to_quote
from forum.desk.actions.decision import KEEP, Decision, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import Case
from network.records.models import StaffAction
from tests.cast import Someone
from tests.factories.forum import make_thread, say
from tests.factories.network import make_people

RECORD, NUMBERS, LOAD = "/m/desk/record/", "/m/desk/numbers/", "/m/desk/load/"
OWNERS_OWN = (RECORD, NUMBERS, LOAD, "/m/desk/oversight/", "/m/desk/log/")


def case_about(author, by, body="canary words", reason="racism"):
    message = say(author.viewer, make_thread(author.viewer), body)
    return report_message(by=by.viewer, message=message, reason=reason, words="canary report", key=uuid4()).case


def decided(author, by, moderator, decision=KEEP):
    facts = {"reason": "canary reason", "words": "canary told"}
    return decide_case(by=moderator.viewer, case=case_about(author, by), decision=decision, **facts)


@pytest.fixture
def history(ada, bola, cem, dina, leo):
    """A message hidden and put back on appeal, and a concern about a thread that was nothing."""
    case = decided(ada, bola, dina, Decision(hides=True, rule=rules_to_quote()[4]))
    appeal = appeal_against(by=ada.viewer, message=case.message, words="canary appeal", key=uuid4())
    judge_appeal(by=leo.viewer, appeal=appeal, restores=True, reason="canary judge")
    told = Told("spam", "canary concern")
    thread = make_thread(ada.viewer, title="canary title")
    concern = report_subject(by=cem.viewer, kind="thread", ref=thread.public_id, told=told, key=uuid4())
    return case, decide_concern(by=dina.viewer, concern=concern, acts=False, reason="canary")


def asked(**said):
    today = timezone.localdate()
    return {"since": f"{today - timedelta(days=30):%Y-%m-%d}", "until": f"{today:%Y-%m-%d}", "format": "csv"} | said


def test_each_decision_is_a_row_without_names_and_words(kemi, history, ada, dina):
    case, concern = history

    answer = kemi.client.post(RECORD, asked())

    assert answer["Content-Type"].startswith("text/csv") and "attachment" in answer["Content-Disposition"]
    rows = list(csv.DictReader(StringIO(answer.text)))
    assert [(row["reference"], row["content"], row["category"]) for row in rows] == [
        (case.public_id, "A message", "Racism or another kind of hate"),
        (concern.public_id, "A thread", "Spam or advertising"),
    ]
    assert rows[0]["rule"] == "5. Challenge ideas, never people."
    assert [(row["appealed"], row["overturned"]) for row in rows] == [("yes", "yes"), ("no", "no")]
    for private in ("canary", *ada.person.name.split(), *dina.person.name.split()):
        assert private not in answer.text


def test_json_says_the_same(kemi, history):
    rows = list(csv.DictReader(StringIO(kemi.client.post(RECORD, asked()).text)))

    answer = kemi.client.post(RECORD, asked(format="json"))

    assert answer["Content-Type"] == "application/json"
    assert json.loads(answer.text) == {"decisions": rows}


def test_that_it_was_taken_is_in_the_log(kemi):
    said = asked()

    kemi.client.get(RECORD)
    kemi.client.post(RECORD, said)

    line = StaffAction.objects.get(verb="exported_record")
    assert (line.by_id, line.about_id) == (kemi.person.pk, None)
    assert line.reason == f"{said['since']} to {said['until']}, csv"


def test_what_an_owner_may_not_see_is_not_in_their_record(kemi, ada, bola, dina):
    hers = decided(kemi, bola, dina)
    reported_by_her = decided(ada, kemi, dina)
    seen = decided(ada, bola, dina)

    text = kemi.client.post(RECORD, asked()).text

    assert seen.public_id in text
    assert hers.public_id not in text and reported_by_her.public_id not in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": ""},
        {"until": "soon"},
        {"format": "pdf"},
        {"since": "2020-01-01"},
        {"until": "2020-01-01"},
        {"until": "9999-12-31"},
    ],
    ids=lambda said: "-".join(f"{name}-{words or 'none'}" for name, words in said.items()),
)
def test_what_is_wrong_is_said_and_nothing_is_noted(kemi, wrong):
    answer = kemi.client.post(RECORD, asked(**wrong))

    assert answer.status_code == 422 and "<title>Error: Record" in answer.text
    assert not StaffAction.objects.exists()


def test_the_record_asks_the_same_however_long_it_is(kemi, ada, bola, dina):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            kemi.client.post(RECORD, asked())
        return len(captured)

    decided(ada, bola, dina)
    queries()
    few = queries()
    for person in make_people(4):
        decided(ada, Someone(person), dina)

    assert queries() == few


def move_to_last_month():
    """All cases, as though they had come and been decided in the middle of the month before this one."""
    middle = (timezone.localtime().replace(day=1) - timedelta(days=15)).replace(hour=12)
    Case.objects.update(opened_at=middle)
    Case.objects.exclude(decided_at=None).update(decided_at=middle)
    return middle


def test_numbers_are_rounded_and_small_ones_are_not_shown(kemi, ada, dina):
    for person in make_people(12):
        case_about(ada, Someone(person))
    for case in Case.objects.all()[:9]:
        decide_case(by=dina.viewer, case=case, decision=KEEP, reason="Kind")
    middle = move_to_last_month()

    page = kemi.client.get(NUMBERS).text

    row = page[page.index(f"{middle:%B %Y}") :].split("</tr>")[0]
    assert row.count("<td") == 5
    assert ">10<" in row and ">12<" not in page and ">9<" not in page


def test_the_month_that_runs_shows_nothing(kemi, ada):
    for person in make_people(12):
        case_about(ada, Someone(person))

    page = kemi.client.get(NUMBERS).text

    assert ">10<" not in page and f"{timezone.localtime():%B %Y}<" not in page


def test_the_load_is_by_name_and_never_exact(kemi, ada, bola, dina, leo):
    for person in make_people(11):
        decided(ada, Someone(person), dina)
    decided(ada, bola, leo)

    page = kemi.client.get(LOAD).text

    rows = {name: page[page.index(name) :].split("</tr>")[0] for name in (dina.person.name, leo.person.name)}
    assert ">10<" in rows[dina.person.name] and "fewer than 10" in rows[leo.person.name]
    assert ">11<" not in page and ">1<" not in page


def test_for_everybody_else_there_are_no_such_pages(ada, dina, finn):
    for who in (ada, dina, finn):
        assert {who.client.get(address).status_code for address in OWNERS_OWN} == {404}
        assert who.client.post(RECORD, asked()).status_code == 404


def test_the_way_there_stands_among_the_desks(kemi):
    assert "/m/desk/oversight/" in kemi.client.get("/m/").text
    home = kemi.client.get("/m/desk/oversight/").text
    assert all(address in home for address in (*OWNERS_OWN[:3], "/m/desk/moderators/", "/m/desk/log/"))


@pytest.mark.parametrize("since, until", [("9999-12-31", "9999-12-31"), ("0001-01-01", "9999-12-31")])
def test_days_at_the_end_of_all_days_are_answered_in_words(kemi, since, until):
    answer = kemi.client.post(RECORD, asked(since=since, until=until))

    assert answer.status_code == 422 and "Choose a day after the first" in answer.text
