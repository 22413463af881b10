import re

from django.urls import reverse

from forum.concerns.actions.matter import claim_matter
from forum.concerns.models import Concern, Duty
from forum.concerns.rules import MOST_HELD

DUTY, NEXT, QUEUE = "/m/desk/duty/", "/m/desk/next/", "/m/desk/reports/"


def test_one_comes_to_the_table_by_a_plain_form_and_the_queue_says_so(dina):
    assert "You are not on duty." in dina.client.get(QUEUE).text

    answer = dina.client.post(DUTY, {"is_on": "on", "spared": ["racism", "sexual"]})

    assert answer["Location"] == QUEUE and "On duty" in dina.client.get(QUEUE).text
    assert Duty.objects.get().categories == ["racism", "sexual"]
    assert dina.client.get(DUTY).text.count("checked") == 3


def test_what_is_no_category_is_said(dina):
    answer = dina.client.post(DUTY, {"is_on": "on", "spared": ["nonsense"]})

    assert answer.status_code == 422 and "<title>Error: Duty" in answer.text
    assert not Duty.objects.exists()


def test_the_next_one_is_taken_and_opened(ada, bola, dina, concern_about):
    concern = concern_about(ada, by=bola)

    assert dina.client.post(NEXT)["Location"] == reverse("concern", args=[concern.public_id])
    assert "Nothing waits for you" in dina.client.post(NEXT).text
    assert dina.client.get(NEXT).status_code == 405


def test_a_double_click_takes_one(ada, bola, dina, concern_about):
    for _ in range(2):
        concern_about(ada, by=bola)
    (key,) = re.findall(r'name="key" value="([^"]+)"', dina.client.get(QUEUE).text)

    answers = [dina.client.post(NEXT, {"key": key})["Location"] for _ in range(2)]

    assert answers[0] == answers[1]
    assert Concern.objects.held_by(dina.viewer).count() == 1


def test_a_full_hand_reads_that_it_is_full(ada, bola, dina, concern_about):
    for _ in range(MOST_HELD):
        claim_matter(by=dina.viewer, matter=concern_about(ada, by=bola))
    concern_about(ada, by=bola)

    answer = dina.client.post(NEXT)

    assert answer.status_code == 409 and "Your hands are full" in answer.text


def test_heavy_words_wait_to_be_asked_for_and_are_followed_by_a_moment(ada, bola, dina, concern_about):
    heavy, light = concern_about(ada, by=bola, category="racism"), concern_about(ada, by=bola)
    pages = [reverse("concern", args=[one.public_id]) for one in (heavy, light)]

    shown = [dina.client.get(page).text for page in pages]
    queue = dina.client.get(QUEUE).text
    after = [dina.client.post(page, {"decision": "keep", "reason": "It is kind"})["Location"] for page in pages]

    assert ['<details class="veil">' in page for page in shown] == [True, False]
    assert all("Words in a title" in page for page in shown)
    assert queue.count("Words in a title") == 1
    assert after == ["/m/desk/afterwards/", QUEUE]
    assert "116 123" in dina.client.get(after[0]).text
