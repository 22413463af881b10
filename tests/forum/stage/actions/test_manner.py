"""How a talk is led."""

from uuid import uuid4

import pytest

from forum.spaces.models import Space
from forum.stage.actions.manner import Preset, choose_preset, keep_recording, pin_question, preset_of
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import post_message
from network.access.visible import Refused
from tests.factories.stage import anew, thread_of
from tests.live import while_listening


@pytest.mark.parametrize("preset", list(Preset))
def test_a_preset_holds_from_then_on(talk, ada, preset):
    choose_preset(by=ada.viewer, sitting=anew(talk), preset=Preset.DELAY)
    choose_preset(by=ada.viewer, sitting=anew(talk), preset=preset)

    assert preset_of(anew(talk)) == preset


def test_a_preset_changes_nothing_else_of_how_the_space_is_talked_in(talk, ada):
    Space.objects.filter(pk=talk.thread.space_id).update(slow_seconds=30)

    choose_preset(by=ada.viewer, sitting=anew(talk), preset=Preset.APPROVE)

    space = anew(talk).thread.space
    assert (space.slow_seconds, space.closes_at) == (30, talk.closes_at)


@pytest.mark.parametrize(("preset", "waits"), [(Preset.DELAY, True), (Preset.APPROVE, True), (Preset.OPEN, False)])
def test_messages_of_others_wait_as_it_says(talk, ada, bola, preset, waits):
    choose_preset(by=ada.viewer, sitting=anew(talk), preset=preset)

    def post(one):
        return post_message(by=one.viewer, thread=thread_of(talk), body="Hello", key=uuid4())

    if waits:
        with pytest.raises(WaitsFirst):
            post(bola)
    else:
        assert post(bola)
    assert post(ada)


def test_only_who_leads_says_how(talk, bola, dina):
    for one in (bola, dina):
        with pytest.raises(Refused):
            choose_preset(by=one.viewer, sitting=anew(talk), preset=Preset.APPROVE)
        with pytest.raises(Refused):
            pin_question(by=one.viewer, sitting=anew(talk), words="Mine")
        with pytest.raises(Refused):
            keep_recording(by=one.viewer, sitting=anew(talk), address="https://video.example/")


def test_open_pages_hear_of_a_pinned_question(talk, ada, bola, committed):
    @committed
    def pin():
        pin_question(by=ada.viewer, sitting=anew(talk), words="What would you stop?")

    heard = while_listening(bola, talk.thread.space, pin)

    assert [frame["element"] for frame in heard] == [talk.opening.element_id]
    assert anew(talk).pinned == "What would you stop?"


def test_an_organiser_keeps_the_recording_without_reading_the_talk(talk, finn):
    keep_recording(by=finn.viewer, sitting=anew(talk), address="https://video.example/talk")

    assert anew(talk).recording_url == "https://video.example/talk"
