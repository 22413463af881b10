"""The log is read by owners and changed by nobody."""

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from forum.concerns.rulebook import rules_to_quote
from forum.desk.actions.decision import Decision, decide_case
from forum.desk.actions.report import report_message
from network.people.actions.affiliation import affiliate
from network.people.actions.shield import raise_shield
from network.records.actions.log import record_staff_action
from network.records.models import StaffAction
from tests.factories.forum import say

LOG = "/m/desk/log/"


def test_it_says_who_what_by_which_rule_and_when(ada, bola, dina, kemi, topic):
    message = say(ada.viewer, topic, "canary words")
    case = report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4()).case
    hide = Decision(hides=True, rule=rules_to_quote()[1])
    decide_case(by=dina.viewer, case=case, decision=hide, reason="canary reason", words="canary told")

    page = kemi.client.get(LOG).text

    assert dina.person.name in page and "Case hidden" in page and "<td>2</td>" in page
    assert "<td>shown → hidden</td>" in page
    assert "canary" not in page and ada.person.name not in page and bola.person.name not in page
    assert StaffAction.objects.get(verb="case_hidden").reason == "House rule 2. canary reason"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_no_line_is_changed_or_deleted_by_any_way(dina, kemi, method):
    line = record_staff_action(by=dina.viewer, verb="read_case", about_id=None)

    assert getattr(kemi.client, method)(LOG).status_code == 405
    assert getattr(kemi.client, method)(f"{LOG}{line.pk}/").status_code == 404
    with pytest.raises(DatabaseError), transaction.atomic():
        StaffAction.objects.filter(pk=line.pk).update(verb="nothing")
    with pytest.raises(DatabaseError), transaction.atomic():
        line.delete()
    assert "Read case" in kemi.client.get(LOG).text


def test_what_is_about_an_owner_or_somebody_they_work_with_is_not_told_to_them(ada, bola, dina, kemi):
    affiliate(person=ada.person, organisation=kemi.person.affiliations.get().organisation)
    for who, verb in ((kemi, "about_herself"), (ada, "about_colleague"), (bola, "about_bola")):
        record_staff_action(by=dina.viewer, verb=verb, about_id=who.person.pk)
    record_staff_action(by=dina.viewer, verb="about_nobody", about_id=None)

    page = kemi.client.get(LOG).text

    assert "About bola" in page and "About nobody" in page
    assert "About herself" not in page and "About colleague" not in page


def test_it_is_read_in_pages_and_asks_the_same_for_each(dina, kemi):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            kemi.client.get(LOG)
        return len(captured)

    record_staff_action(by=dina.viewer, verb="first_of_all", about_id=None)
    queries()
    few = queries()
    for _ in range(50):
        record_staff_action(by=dina.viewer, verb="read_case", about_id=None)

    assert queries() <= few + 1
    assert "First of all" not in kemi.client.get(LOG).text
    assert "First of all" in kemi.client.get(f"{LOG}?page=2").text
    assert kemi.client.get(f"{LOG}?page=nonsense").status_code == 200


def test_whoever_hides_from_an_owner_is_not_named_to_them(dina, kemi, leo):
    for who in (dina, leo):
        record_staff_action(by=who.viewer, verb="read_case", about_id=None)
    raise_shield(person=dina.person, other=kemi.person)

    page = kemi.client.get(LOG).text

    assert page.count("Read case") == 2
    assert leo.person.name in page and "Somebody in the team" in page and dina.person.name not in page
