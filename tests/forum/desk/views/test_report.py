import re

import pytest
from django.urls import reverse

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
