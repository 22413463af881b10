"""The hosts' page, without a script."""

from uuid import uuid4

import time_machine
from django.urls import reverse

from forum.spaces.models import Space
from forum.stage.lists import MOST_SPEAKERS
from forum.stage.models import Ejection, Halt
from forum.talk.models import Message
from tests.factories.forum import say
from tests.factories.network import make_people
from tests.factories.stage import anew, ask_in, thread_of


def address(sitting, rest: str = "") -> str:
    return f"/m/t/{sitting.thread.public_id}/host/{rest}"


def test_it_is_there_for_hosts_alone(talk, ada, bola, dina, finn):
    assert [one.client.get(address(talk)).status_code for one in (ada, bola, dina, finn)] == [200, 404, 404, 404]


def test_it_shows_the_queue_and_what_holds(talk, ada, bola):
    ask_in(bola.viewer, talk, "Who goes first?")

    page = ada.client.get(address(talk)).content.decode()

    assert "Who goes first?" in page and "Approve first" in page and "Stop the talk now" in page


def test_presets_and_the_pinned_question_are_kept(talk, ada, bola):
    ada.client.post(address(talk, "preset/"), {"preset": "approve"})
    ada.client.post(address(talk, "question/"), {"pinned": "What would you stop tomorrow?"})

    assert anew(talk).thread.space.approves_first
    assert "What would you stop tomorrow?" in bola.client.get(f"/m/t/{talk.thread.public_id}/").content.decode()


def test_what_is_too_long_or_no_address_comes_back_with_its_words(talk, ada):
    long = ada.client.post(address(talk, "question/"), {"pinned": "x" * 301})
    wrong = ada.client.post(address(talk, "recording/"), {"recording": "javascript:alert(1)"})
    none = ada.client.post(address(talk, "preset/"), {"preset": "loud"})

    assert (long.status_code, wrong.status_code, none.status_code) == (422, 422, 422)
    assert "x" * 301 in long.content.decode() and "javascript:alert(1)" in wrong.content.decode()
    assert anew(talk).recording_url == ""


def test_the_recording_is_found_beside_the_talk(talk, ada, bola):
    ada.client.post(address(talk, "recording/"), {"recording": "https://video.example/talk"})

    assert "https://video.example/talk" in bola.client.get(f"/m/t/{talk.thread.public_id}/").content.decode()


def test_one_press_stops_the_talk_and_one_by_one_it_is_put_right(live_talk, ada, bola, cem):
    say(cem.viewer, thread_of(live_talk), "canary")
    form = {"minutes": "5", "people": [cem.person.public_id], "key": uuid4()}

    assert ada.client.post(address(live_talk, "stop/"), form)["Location"] == address(live_talk)

    page = ada.client.get(address(live_talk)).content.decode()
    assert "The talk is paused" in page and cem.person.name in page
    assert "canary" not in bola.client.get(f"/m/t/{live_talk.thread.public_id}/").content.decode()
    ada.client.post(address(live_talk, "restoration/"))
    ada.client.post(address(live_talk, f"readmission/{cem.person.public_id}/"))
    ada.client.post(address(live_talk, "care/"), {"words": "We are sorry."})
    ada.client.post(address(live_talk, "resuming/"))
    assert anew(live_talk).thread.space.frozen_at is None
    assert not Ejection.objects.in_force().exists()
    read = cem.client.get(f"/m/t/{live_talk.thread.public_id}/").content.decode()
    assert "canary" in read and "We are sorry." in read


def test_who_has_not_written_is_passed_over(live_talk, ada, bola):
    form = {"minutes": "0", "people": [bola.person.public_id]}

    answer = ada.client.post(address(live_talk, "stop/"), form)

    assert answer.status_code == 302 and Halt.objects.exists() and not Ejection.objects.exists()


def test_somebody_who_hides_from_a_host_is_not_offered(live_talk, ada, bola, hides):
    say(bola.viewer, thread_of(live_talk), "Hello")
    hides(bola, ada)

    assert bola.person.name not in ada.client.get(address(live_talk)).content.decode()


def test_a_word_to_everybody_is_written_once(live_talk, ada):
    ada.client.post(address(live_talk, "stop/"), {"minutes": "0"})
    ada.client.post(address(live_talk, "care/"), {"words": "First"})

    again = ada.client.post(address(live_talk, "care/"), {"words": "Second words"})

    assert again.status_code == 409 and "Second words" in again.content.decode()
    assert not Message.objects.filter(body="Second words").exists()


def test_where_nothing_was_stopped_there_is_nothing_to_put_right(talk, ada):
    assert ada.client.post(address(talk, "care/"), {"words": "Hello"}).status_code == 404
    assert ada.client.post(address(talk, "restoration/")).status_code == 404


def test_the_queue_is_asked_for_anew_by_itself(talk, ada, bola):
    ask_in(bola.viewer, talk, "Who goes first?")

    part = ada.client.get(address(talk), headers={"X-Fragment": "1"}).content.decode()

    assert "Who goes first?" in part and "<html" not in part


def test_a_stop_without_an_answer_asks_again(live_talk, ada):
    answer = ada.client.post(address(live_talk, "stop/"), {})

    assert answer.status_code == 422 and "Choose what becomes of it" in answer.content.decode()
    assert not Space.objects.exclude(frozen_at=None).exists()


def test_nobody_who_is_no_longer_listed_keeps_a_talk_from_being_stopped(live_talk, ada, bola, cem, dina):
    spoke_first = cem.person
    say(cem.viewer, thread_of(live_talk), "First")
    for person in make_people(MOST_SPEAKERS):
        Message.objects.filter(pk=say(bola.viewer, thread_of(live_talk), "Later").pk).update(author=person)
    form = {"minutes": "0", "people": [spoke_first.public_id, dina.person.public_id, "nobody"], "key": uuid4()}

    assert ada.client.post(address(live_talk, "stop/"), form).status_code == 302

    assert anew(live_talk).thread.space.frozen_at is not None
    assert [ejection.person for ejection in Ejection.objects.all()] == [spoke_first]


def test_the_chair_sums_up_what_the_clock_has_closed(talk, ada, bola):
    place = reverse("summary", args=[talk.thread.public_id])
    assert ada.client.get(place).status_code == 404

    with time_machine.travel(talk.closes_at, tick=False):
        assert [one.client.get(place).status_code for one in (ada, bola)] == [200, 404]
        ada.client.post(place, {"body": "We agreed on two things."})
        assert "We agreed on two things." in bola.client.get(f"/m/t/{talk.thread.public_id}/").text
