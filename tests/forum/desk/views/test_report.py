import re
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import reverse

from forum.desk.hiding import hide
from forum.desk.models import Report
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


def test_a_message_out_of_sight_cannot_be_reported(ada, bola, alumni_room):
    hidden = say(ada.viewer, make_thread(ada.viewer, alumni_room))

    assert bola.client.post(there(hidden), {"reason": "other"}).status_code == 404
    assert not Report.objects.exists()


def hide_now(message):
    with transaction.atomic():
        hide(message, "It named a child")


def test_hidden_words_are_not_shown_again_to_whoever_would_report_them(bola, message):
    hide_now(message)

    asked = bola.client.get(there(message))
    sent = bola.client.post(there(message), {"reason": "other", "words": "Kept words", "key": uuid4()})

    assert (asked.status_code, sent.status_code) == (404, 409)
    assert "Reported words" not in asked.text + sent.text
    assert "Kept words" in sent.text and "hidden or deleted meanwhile" in sent.text


def test_the_same_report_sent_twice_is_thanked_twice_though_the_first_one_hid_it(bola, message):
    sent = {"reason": "other", "words": "", "key": uuid4()}
    first = bola.client.post(there(message), sent)
    hide_now(message)

    second = bola.client.post(there(message), sent)

    assert (first.status_code, second.status_code) == (200, 200)
    assert Report.objects.get().public_id in second.text


def test_of_fifty_reports_in_a_minute_ten_are_taken_and_repeats_are_none(ada, bola, topic):
    said = [say(ada.viewer, topic) for _ in range(50)]

    answers = [bola.client.post(there(one), {"reason": "other", "words": "Kept words"}) for one in said]
    again = [bola.client.post(there(said[0]), {"reason": "other"}) for _ in range(5)]

    assert [answer.status_code for answer in answers] == [200] * 10 + [429] * 40
    assert "Kept words" in answers[-1].text and {answer.status_code for answer in again} == {200}
    assert Report.objects.count() == 10
