"""No office reads a conversation: a report opens the reported message with what stands beside it, and no more."""

from uuid import uuid4

import pytest

from forum.concerns.rulebook import rules_to_quote
from forum.desk.actions.report import report_message
from forum.desk.lists import extract_of, place
from forum.talk.models import Message
from network.records.models import StaffAction
from tests.factories.direct import make_conversation
from tests.factories.forum import say

# A moderator reads at most so many either side (standard, M10).
MOST_BESIDE = 5


@pytest.fixture
def reported(ada, bola, dina):
    thread = make_conversation(bola.person, ada.person)
    said = [say(bola.viewer, thread, f"canary{number:02}x") for number in range(15)]
    return report_message(by=ada.viewer, message=said[7], reason="harassment", words="", key=uuid4()).case


def test_a_moderator_opens_nothing_that_is_not_reported(ada, bola, dina):
    thread = make_conversation(bola.person, ada.person)
    said = say(bola.viewer, thread)

    for page in ("", f"messages/{said.public_id}/", f"messages/{said.public_id}/report/"):
        assert dina.client.get(f"/m/t/{thread.public_id}/{page}").status_code == 404


def test_what_is_reported_opens_with_little_beside_it_and_is_logged(reported, dina):
    page = dina.client.get(f"/m/desk/reports/{reported.public_id}/").content.decode()

    seen = {number for number in range(15) if f"canary{number:02}x" in page}
    assert 7 in seen and seen <= set(range(7 - MOST_BESIDE, 7 + MOST_BESIDE + 1))
    assert StaffAction.objects.filter(by=dina.person, verb="read_case").count() == 1


def test_its_place_names_nobody(reported, ada, bola, dina):
    extract = extract_of(dina.viewer, reported.message)

    assert place(dina.viewer, reported) == ""
    assert extract.message.pk == reported.message_id
    queue = dina.client.get("/m/desk/reports/").content.decode()
    assert ada.person.name not in queue


def test_the_decision_is_the_moderators_and_the_room_is_not(reported, dina):
    said = {"decision": "remind", "reason": "Unkind", "words": "Please do not.", "rule": rules_to_quote()[4]}
    answer = dina.client.post(f"/m/desk/reports/{reported.public_id}/", said)

    assert answer.status_code == 302
    assert Message.objects.get(pk=reported.message_id).hidden_at
    assert not Message.objects.visible_to(dina.viewer).exists()
