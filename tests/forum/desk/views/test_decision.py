from uuid import uuid4

import pytest
from django.urls import reverse

from forum.concerns.rulebook import rules_to_quote
from forum.desk.actions.report import report_message
from network.people.actions.affiliation import affiliate
from network.people.models import RoleKind
from tests.cast import Someone
from tests.factories.forum import say
from tests.factories.network import make_person


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Reported words")


@pytest.fixture
def leo(db):
    """A second moderator."""
    return Someone(make_person("Leo Marsh", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, ""))))


def case_of(who, message):
    """The address of the case that begins with their report."""
    report = report_message(by=who.viewer, message=message, reason="other", words="", key=uuid4())
    return reverse("case", args=[report.case.public_id])


def test_the_cards_say_what_follows_and_the_words_are_drafted(bola, dina, message):
    page = dina.client.get(case_of(bola, message)).text

    assert "Hello Ada. We have hidden your message of" in page
    assert "The author can read and not write until then." in page


def test_hiding_wants_words_for_the_author(bola, dina, message):
    answer = dina.client.post(case_of(bola, message), {"decision": "remind", "reason": "Logged", "words": ""})

    assert answer.status_code == 422 and "Write the author why" in answer.text


def test_passing_on_leaves_the_queue(bola, dina, message):
    address = case_of(bola, message)
    refused = dina.client.post(address, {"decision": "pass", "reason": "Safeguarding"})
    make_person("Kemi Ojo", roles=((RoleKind.OWNER, ""),))
    passed = dina.client.post(address, {"decision": "pass", "reason": "Safeguarding"})

    assert (refused.status_code, passed.status_code) == (409, 302)
    assert "No network lead can take this" in refused.text
    assert dina.client.get(address).status_code == 404


def test_a_colleague_of_the_author_is_asked_to_leave_it(bola, dina, leo, message):
    address = case_of(bola, message)
    affiliate(person=leo.person, organisation=message.author.affiliations.get().organisation)

    asked = {who: "The author works where you do" in who.client.get(address).text for who in (dina, leo)}

    assert asked == {dina: False, leo: True}


def test_whoever_is_paused_reads_and_is_told_until_when(ada, bola, dina, topic, message):
    said = {"decision": "pause_day", "reason": "Logged", "words": "Hello Ada.", "rule": rules_to_quote()[1]}
    dina.client.post(case_of(bola, message), said)
    thread = reverse("thread", args=[topic.public_id])

    page = ada.client.get(thread).text
    answer = ada.client.post(f"{thread}messages/", {"body": "Kept words"})

    assert "Posting is paused for you until" in page and 'name="body"' not in page
    assert answer.status_code == 409 and "Kept words" in answer.text
    assert "Posting is paused" not in bola.client.get(thread).text


def test_hiding_quotes_a_house_rule_that_its_author_reads(ada, bola, dina, message):
    address = case_of(bola, message)
    said = {"decision": "pause_day", "reason": "Logged", "words": "Hello Ada."}
    refused = [dina.client.post(address, said | {"rule": rule}) for rule in ("", "9. Whatever")]

    assert dina.client.post(address, said | {"rule": rules_to_quote()[4]}).status_code == 302

    assert [answer.status_code for answer in refused] == [422, 422]
    assert "Choose the rule it does not keep" in refused[0].text
    where = reverse("message", args=[message.thread.public_id, message.public_id])
    assert "House rule 5. Challenge ideas, never people." in ada.client.get(where).text
    assert "House rule" not in bola.client.get(where).text


def test_what_stands_needs_no_rule(bola, dina, message):
    assert dina.client.post(case_of(bola, message), {"decision": "keep", "reason": "Kind"}).status_code == 302


def test_heavy_words_wait_to_be_asked_for_without_a_script(bola, dina, message):
    report = report_message(by=bola.viewer, message=message, reason="racism", words="", key=uuid4())
    address = reverse("case", args=[report.case.public_id])

    page, queue = dina.client.get(address).text, dina.client.get(reverse("cases")).text
    after = dina.client.post(address, {"decision": "keep", "reason": "Kind"})["Location"]

    veiled = page[page.index('<details class="veil">') : page.index("</details>")]
    assert "Show them" in veiled and message.body in veiled
    assert message.body not in queue and "Racism or another kind of hate" in queue
    assert after == reverse("aftercare")
