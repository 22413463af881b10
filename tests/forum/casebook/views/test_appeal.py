import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.casebook.actions.appeal import appeal_against
from forum.desk.actions.decision import REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import Appeal
from forum.talk.models import Message
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.cast import Someone
from tests.factories.forum import say
from tests.factories.network import make_person

RESTORE = {"decision": "restore", "reason": "A fair question"}


@pytest.fixture
def leo(db):
    """A second moderator."""
    return Someone(make_person("Leo Marsh", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, ""))))


@pytest.fixture
def hidden(ada, bola, dina, topic):
    """Ada's message, reported by Bola and hidden by Dina."""
    return hide(bola, dina, say(ada.viewer, topic, "Reported words"))


def hide(reporter, moderator, message):
    case = report_message(by=reporter.viewer, message=message, reason="other", words="", key=uuid4()).case
    decide_case(by=moderator.viewer, case=case, decision=REMIND, reason="It names a child", words="Hello Ada.")
    return Message.objects.get(pk=message.pk)


def page_of(message):
    return reverse("message", args=[message.thread.public_id, message.public_id])


def form_of(message):
    return reverse("appeal_new", args=[message.thread.public_id, message.public_id])


def asked_by(who, message):
    """The address of the appeal they make."""
    appeal = appeal_against(by=who.viewer, message=message, words="It names nobody", key=uuid4())
    return reverse("appeal", args=[appeal.public_id])


def test_an_appeal_is_two_steps_from_the_message(ada, leo, hidden):
    own_page = ada.client.get(page_of(hidden)).text
    form = ada.client.get(re.search(rf'href="({form_of(hidden)})"', own_page)[1]).text
    key = re.search(r'name="key" value="([^"]+)"', form)[1]

    answers = [ada.client.post(form_of(hidden), {"words": "It names nobody", "key": key}) for _ in range(2)]

    assert [answer["Location"] for answer in answers] == [page_of(hidden)] * 2
    assert Appeal.objects.get().words == "It names nobody"
    after = ada.client.get(page_of(hidden)).text
    assert "Somebody who has not decided it before will look again" in after and form_of(hidden) not in after


@pytest.mark.parametrize(("words", "said"), [("", "Write why you think"), ("x" * 1001, "Shorten your appeal")])
def test_words_are_wanted_and_bounded(ada, leo, hidden, words, said):
    answer = ada.client.post(form_of(hidden), {"words": words})

    assert answer.status_code == 422 and said in answer.text
    assert not Appeal.objects.exists()


def test_a_second_appeal_is_refused_with_its_words_kept(ada, leo, hidden):
    asked_by(ada, hidden)

    answer = ada.client.post(form_of(hidden), {"words": "Kept words"})

    assert answer.status_code == 409 and "Kept words" in answer.text


def test_the_form_says_plainly_where_nobody_could_decide(ada, hidden):
    page, answer = ada.client.get(form_of(hidden)), ada.client.post(form_of(hidden), {"words": "Kept words"})

    assert "Nobody else can decide about this at the moment" in page.text and "Send the appeal" not in page.text
    assert answer.status_code == 409 and "Kept words" in answer.text


def test_what_three_reports_hid_is_not_to_be_appealed_before_a_decision(ada, leo, hidden, bola, topic):
    pending = say(ada.viewer, topic)
    Message.objects.filter(pk=pending.pk).update(hidden_at=hidden.hidden_at, hidden_reason="Nothing has been decided")

    assert form_of(pending) not in ada.client.get(page_of(pending)).text
    assert ada.client.get(form_of(pending)).status_code == 404


def test_the_first_decider_finds_nothing_of_it_and_the_second_does(ada, dina, leo, hidden):
    address = asked_by(ada, hidden)

    queues = {who: "It names nobody" in who.client.get(reverse("cases")).text for who in (dina, leo)}

    assert queues == {dina: False, leo: True}
    assert [who.client.get(address).status_code for who in (dina, leo)] == [404, 200]
    assert dina.client.post(address, RESTORE).status_code == 404
    assert Message.objects.get(pk=hidden.pk).hidden_at


def test_author_and_reporter_learn_nothing_of_each_other(ada, bola, dina, leo, hidden):
    address = asked_by(ada, hidden)
    seen_by_leo = leo.client.get(address).text
    leo.client.post(address, {"decision": "uphold", "reason": "It does"})

    own, theirs = ada.client.get(page_of(hidden)).text, bola.client.get(page_of(hidden)).text

    assert "has looked again" in own and "ppeal" not in theirs and "looked again" not in theirs
    assert not any(one.person.name in own for one in (bola, dina, leo))
    assert bola.person.name not in seen_by_leo
    assert bola.client.get(address).status_code == ada.client.get(address).status_code == 404


def test_judging_by_form_puts_it_back_once(ada, leo, hidden):
    address, owner = asked_by(ada, hidden), Someone(make_person(roles=((RoleKind.OWNER, ""),)))

    assert leo.client.post(address, {"decision": "restore"}).status_code == 422
    assert leo.client.post(address, RESTORE)["Location"] == reverse("cases")
    late = owner.client.post(address, {"decision": "uphold", "reason": "Kept words"})

    assert late.status_code == 409 and "Kept words" in late.text
    assert "Reported words" in ada.client.get(page_of(hidden)).text
    assert Message.objects.get(pk=hidden.pk).is_standing
    assert "It names nobody" not in leo.client.get(reverse("cases")).text


def test_a_look_at_an_appeal_is_logged(ada, leo, hidden):
    leo.client.get(asked_by(ada, hidden))

    look = StaffAction.objects.latest("pk")
    assert (look.by_id, look.verb, look.about_id) == (leo.person.pk, "read_appeal", ada.person.pk)


def test_the_queue_asks_the_same_however_many_appeals(ada, dina, leo, topic):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            leo.client.get(reverse("cases"))
        return len(captured)

    def appealed():
        reporter = Someone(make_person())
        asked_by(ada, hide(reporter, dina, say(ada.viewer, topic)))

    leo.client.get(reverse("cases"))
    appealed()
    few = asked()
    for _ in range(9):
        appealed()

    assert asked() == few
