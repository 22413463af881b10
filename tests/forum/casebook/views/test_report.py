from uuid import uuid4

from django.urls import reverse

from forum.concerns.actions.concern import decide_concern
from forum.concerns.models import Concern
from forum.concerns.models.concern import WORDS_LENGTH
from network.access.visible import can_see
from tests.factories.forum import make_thread


def address(thread) -> str:
    return reverse("concern_new", args=["thread", thread.public_id])


def test_in_two_steps_from_the_thread_one_has_a_receipt(ada, bola, topic):
    page = bola.client.get(reverse("thread", args=[topic.public_id])).content.decode()
    assert address(topic) in page
    said = {"category": "spam", "is_about_workplace": "on", "words": "Look", "key": uuid4()}

    response = bola.client.post(address(topic), said, follow=True)

    concern = Concern.objects.get()
    assert (concern.category, concern.is_about_workplace, concern.words) == ("spam", True, "Look")
    assert concern.public_id in response.content.decode()
    assert address(topic) not in ada.client.get(reverse("thread", args=[topic.public_id])).content.decode()


def test_whoever_decided_what_it_quotes_does_not_see_it(ada, bola, dina, leo, concern):
    decide_concern(by=dina.viewer, concern=concern, acts=False, reason="Fine")
    said = {"category": "complaint", "words": f"You left {concern.public_id} standing", "key": uuid4()}

    assert bola.client.post(address(make_thread(ada.viewer)), said).status_code == 302

    complaint = Concern.objects.open().get()
    assert can_see(leo, complaint) and not can_see(dina.viewer, complaint)


def test_words_have_an_end(bola, topic):
    assert bola.client.post(address(topic), {"category": "spam", "words": "x" * (WORDS_LENGTH + 1)}).status_code == 422
    assert bola.client.post(address(topic), {"category": "spam", "words": "x" * WORDS_LENGTH}).status_code == 302


def test_the_eleventh_in_a_minute_keeps_its_words(ada, bola):
    said = {"category": "spam", "words": "My own words"}
    answers = [bola.client.post(address(make_thread(ada.viewer)), said) for _ in range(11)]

    assert [answer.status_code for answer in answers] == [302] * 10 + [429]
    assert "My own words" in answers[-1].content.decode()


def test_a_receipt_says_what_came_of_it_to_its_owner_alone(ada, bola, dina, concern):
    decide_concern(by=dina.viewer, concern=concern, acts=True, reason="Spoke to her")
    receipt = reverse("receipt", args=[concern.public_id])

    page = bola.client.get(receipt).content.decode()

    assert "We have done something about it" in page and "Spoke to her" not in page
    assert ada.client.get(receipt).status_code == dina.client.get(receipt).status_code == 404


def test_somebody_in_danger_is_told_whom_to_call(bola, topic):
    page = bola.client.post(address(topic), {"category": "safeguarding"}, follow=True).content.decode()

    assert "0808 800 5000" in page and "116 123" in page
