from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.desk.actions.report import report_message
from forum.talk.actions.message import delete_message
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.cast import Someone
from tests.factories.forum import make_thread, say
from tests.factories.network import make_authority, make_people, make_person

RULE = "2. Do not name a child, a family or a colleague who is not in the room."
HIDE = {"decision": "remind", "reason": "Logged", "words": "It names a child", "rule": RULE}
PARTS = ("open", "mine", "closed", "nonsense")


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Reported words")


@pytest.fixture
def leo(db):
    """A second moderator."""
    return Someone(make_person("Leo Marsh", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, ""))))


def case_of(who, message, words=""):
    """The address of the case that begins with their report."""
    report = report_message(by=who.viewer, message=message, reason="other", words=words, key=uuid4())
    return reverse("case", args=[report.case.public_id])


def test_a_moderator_without_the_room_reads_one_message_either_side_and_no_more(ada, cem, dina, alumni_room):
    grant_role(person=cem.person, kind=RoleKind.ALUMNA, scope="C12", by=None)
    thread = make_thread(ada.viewer, alumni_room, title="canary-title", body="canary-first")
    say(cem.viewer, thread, "Just before")
    message = say(ada.viewer, thread, "Reported words")
    say(cem.viewer, thread, "Just after")
    say(cem.viewer, thread, "canary-last")

    page = dina.client.get(case_of(cem, message, words="Please look")).text

    assert all(words in page for words in ("Just before", "Reported words", "Just after", "Please look"))
    assert "canary" not in page and alumni_room.name not in page


def test_what_was_taken_back_or_hides_from_the_moderator_is_no_context(ada, bola, cem, dina, topic, hides):
    say(bola.viewer, topic, "Standing before")
    gone = say(bola.viewer, topic, "canary-gone")
    message = say(ada.viewer, topic, "Reported words")
    say(bola.viewer, topic, "canary-shielded")
    say(cem.viewer, topic, "Standing after")
    address = case_of(cem, message)
    delete_message(by=bola.viewer, message=gone)
    hides(bola, dina)

    page = dina.client.get(address).text

    assert "Standing after" in page and "How was it?" in page
    assert "canary" not in page and "Standing before" not in page


def test_nobody_reads_who_reported(ada, bola, cem, dina, message):
    page = dina.client.get(case_of(cem, message)).text

    assert "Reported words" in page and cem.person.name not in page


def test_deciding_by_form(bola, dina, message):
    case = report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4()).case
    desk = reverse("case", args=[case.public_id])

    assert dina.client.post(desk, {"decision": "remind"}).status_code == 422
    assert dina.client.post(desk, HIDE)["Location"] == reverse("cases")
    assert dina.client.post(desk, {"decision": "keep", "reason": "Second thoughts"}).status_code == 409
    assert Message.objects.get(pk=message.pk).hidden_at


def test_the_author_reads_why_and_nobody_reads_who(ada, bola, cem, dina, message):
    case = report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4()).case
    desk = reverse("case", args=[case.public_id])
    dina.client.post(desk, HIDE)

    own, others = (
        who.client.get(reverse("message", args=[message.thread.public_id, message.public_id])).text
        for who in (ada, cem)
    )

    assert "It names a child" in own and "Reported words" in own
    assert "It names a child" not in others and "Reported words" not in others
    for page in (own, others):
        assert bola.person.name not in page and dina.person.name not in page


def test_hidden_words_are_gone_from_the_thread(ada, bola, cem, dina, topic, message):
    say(cem.viewer, topic, "About that", reply_to=message)
    case = report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4()).case
    dina.client.post(reverse("case", args=[case.public_id]), HIDE)

    page = bola.client.get(reverse("thread", args=[topic.public_id])).text

    assert "Note from the moderators" in page and "About that" in page
    assert "Reported words" not in page


def test_a_moderators_look_is_logged(ada, bola, dina, message):
    case = report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4()).case

    dina.client.get(reverse("case", args=[case.public_id]))

    look = StaffAction.objects.get()
    assert (look.by_id, look.verb, look.about_id) == (dina.person.pk, "read_case", ada.person.pk)


def test_people_of_one_organisation_count_once(dina, bola, message):
    authority = make_authority()
    for person in make_people(3, employer=authority):
        report_message(by=viewer_of(person), message=message, reason="other", words="", key=uuid4())
    address = case_of(bola, message)

    page, queue = dina.client.get(address).text, dina.client.get(reverse("cases")).text

    for said in (page, queue):
        assert "Reported twice" in said and "4 reports; people of one organisation count once, as do all" in said


def test_one_takes_a_case_and_finds_it_under_mine_until_it_is_closed(bola, dina, message):
    address = case_of(bola, message)

    assert dina.client.post(f"{address}claim/")["Location"] == address
    shown = {part: "Reported words" in dina.client.get(f"{reverse('cases')}?show={part}").text for part in PARTS}
    dina.client.post(address, {"decision": "keep", "reason": "It is kind"})
    later = {part: "Reported words" in dina.client.get(f"{reverse('cases')}?show={part}").text for part in PARTS}

    assert shown == {"open": True, "mine": True, "closed": False, "nonsense": True}
    assert later == {"open": False, "mine": False, "closed": True, "nonsense": False}


def test_a_case_another_moderator_has_is_read_and_neither_taken_nor_decided(bola, dina, leo, message):
    address = case_of(bola, message)
    dina.client.post(f"{address}claim/")

    taken = leo.client.post(f"{address}claim/")
    decided = leo.client.post(address, HIDE | {"reason": "Kept words"})

    assert (taken.status_code, decided.status_code) == (409, 409)
    assert dina.person.name in taken.text and "Kept words" in decided.text
    assert Message.objects.get(pk=message.pk).hidden_at is None


def test_the_queue_asks_the_same_however_long_it_is(bola, dina, topic, ada):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            dina.client.get(reverse("cases"))
        return len(captured)

    dina.client.get(reverse("cases"))
    case_of(bola, say(ada.viewer, topic))
    few = asked()
    for person in make_people(9):
        message = say(ada.viewer, topic)
        report_message(by=viewer_of(person), message=message, reason="other", words="", key=uuid4())

    assert asked() == few


def test_what_the_author_said_in_other_rooms_is_not_counted(ada, bola, dina, alumni_room, message):
    for _ in range(3):
        say(ada.viewer, make_thread(ada.viewer, alumni_room))
    address = case_of(bola, message)

    page = dina.client.get(address).text

    # The topic's first words and the reported ones.
    assert "2 messages; none hidden before." in page


def test_whoever_hides_from_a_moderator_everywhere_is_no_case_of_theirs(ada, bola, dina, leo, message, hides):
    address = case_of(bola, message)
    hides(ada, dina)

    assert dina.client.get(address).status_code == 404
    assert "Reported words" not in dina.client.get(reverse("cases")).text
    assert leo.client.get(address).status_code == 200
