import re
from uuid import uuid4

import pytest
from django.urls import reverse

from forum.desk.actions.report import report_message
from forum.desk.models import Report
from forum.talk.models import Message
from network.records.models import StaffAction
from tests.factories.forum import make_thread, say


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Reported words")


def there(message):
    return reverse("report_new", args=[message.thread.public_id, message.public_id])


def test_a_report_is_two_steps_from_a_message(bola, message):
    own_page = bola.client.get(reverse("message", args=[message.thread.public_id, message.public_id])).text
    form = bola.client.get(re.search(rf'href="({there(message)})"', own_page)[1]).text
    key = re.search(r'name="key" value="([^"]+)"', form)[1]

    answer = bola.client.post(there(message), {"reason": "identifies", "words": "My neighbour", "key": key})

    report = Report.objects.get()
    assert report.public_id in answer.text and "A moderator will look at this by" in answer.text


def test_a_report_without_a_reason_comes_back(bola, message):
    answer = bola.client.post(there(message), {"words": "Kept words"})

    assert answer.status_code == 422
    assert "Choose what is wrong with it" in answer.text and "Kept words" in answer.text


def test_the_desk_shows_the_reported_words_alone(ada, cem, dina, bola, topic):
    say(bola.viewer, topic, "canary-before")
    message = say(ada.viewer, topic, "Reported words")
    report = report_message(by=cem.viewer, message=message, reason="other", words="Please look", key=uuid4())

    page = dina.client.get(reverse("report", args=[report.public_id])).text

    assert "Reported words" in page and "Please look" in page
    assert "canary-before" not in page and cem.person.name not in page


def test_deciding_by_form(bola, dina, message):
    report = report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4())
    desk = reverse("report", args=[report.public_id])

    assert dina.client.post(desk, {"decision": "hide"}).status_code == 422
    assert dina.client.post(desk, {"decision": "hide", "reason": "It names a child"})["Location"] == reverse("reports")
    assert dina.client.post(desk, {"decision": "keep", "reason": "Second thoughts"}).status_code == 409
    assert Message.objects.get(pk=message.pk).hidden_at


def test_the_author_reads_why_and_nobody_reads_who(ada, bola, cem, dina, message):
    report = report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4())
    desk = reverse("report", args=[report.public_id])
    dina.client.post(desk, {"decision": "hide", "reason": "It names a child"})

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
    report = report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4())
    dina.client.post(reverse("report", args=[report.public_id]), {"decision": "hide", "reason": "It names a child"})

    page = bola.client.get(reverse("thread", args=[topic.public_id])).text

    assert "Note from the moderators" in page and "About that" in page
    assert "Reported words" not in page


def test_a_message_out_of_sight_cannot_be_reported(ada, bola, alumni_room):
    hidden = say(ada.viewer, make_thread(ada.viewer, alumni_room))

    assert bola.client.post(there(hidden), {"reason": "other"}).status_code == 404
    assert not Report.objects.exists()


def test_a_moderators_look_is_logged(ada, bola, dina, message):
    report = report_message(by=bola.viewer, message=message, reason="other", words="", key=uuid4())

    dina.client.get(reverse("report", args=[report.public_id]))

    look = StaffAction.objects.get()
    assert (look.by_id, look.verb, look.about_id) == (dina.person.pk, "read_report", ada.person.pk)
