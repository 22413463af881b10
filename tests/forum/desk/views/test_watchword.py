"""The words and sites that hold a message."""

from django.urls import reverse

from forum.spaces.actions.watchword import watch_word
from forum.spaces.models import Watchword
from tests.factories.forum import hold

WORDS = "/m/desk/watchwords/"


def test_words_are_watched_and_watched_no_more(bola, dina, topic):
    assert dina.client.post(WORDS, {"text": "", "kind": "word"}).status_code == 422
    assert dina.client.post(WORDS, {"text": "\u200b", "kind": "word"}).status_code == 422
    assert dina.client.post(WORDS, {"text": "x" * 81, "kind": "word"}).status_code == 422
    dina.client.post(WORDS, {"text": "Blunt instrument", "kind": "word"})
    assert "blunt instrument" in dina.client.get(WORDS).text
    assert hold(bola.viewer, topic, "A blunt instrument").why

    dina.client.post(reverse("watchword_removal", args=[Watchword.objects.get().pk]))
    assert "blunt instrument" not in dina.client.get(WORDS).text


def test_a_full_list_keeps_the_word(dina, monkeypatch):
    watch_word(by=dina.viewer, text="one")
    monkeypatch.setattr("forum.spaces.actions.watchword.MOST_WATCHED", 1)

    answer = dina.client.post(WORDS, {"text": "another", "kind": "word"})

    assert answer.status_code == 409 and "another" in answer.text
