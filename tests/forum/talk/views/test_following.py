"""The thread's page says whether one follows, and takes another choice without JavaScript."""

import pytest
from django.urls import reverse

from forum.talk.models import Following
from tests.factories.forum import make_thread

STATES = {"follow": "You follow this thread.", "mute": "You have muted this thread."}


def page(who, thread):
    return who.client.get(reverse("thread", args=[thread.public_id])).text


def chosen(who):
    return list(Following.objects.visible_to(who.viewer).values_list("level", flat=True))


def choose(who, thread, level):
    return who.client.post(reverse("following", args=[thread.public_id]), {"level": level})


def test_each_choice_is_shown_with_the_others_beside_it(bola, topic):
    assert not any(words in page(bola, topic) for words in STATES.values())

    for level, words in STATES.items():
        answer = choose(bola, topic, level)

        assert (answer.status_code, answer["Location"]) == (302, f"/m/t/{topic.public_id}/#following")
        shown = page(bola, topic)
        assert words in shown and f'value="{level}"' not in shown and 'value="stop"' in shown

    choose(bola, topic, "stop")
    assert chosen(bola) == []


def test_one_sees_ones_own_choice_alone(ada, bola, cem, topic):
    choose(bola, topic, "mute")

    assert STATES["mute"] not in page(cem, topic)
    assert STATES["follow"] in page(ada, topic)


@pytest.mark.parametrize("level", ["", "x" * 9000, "FOLLOW"])
def test_another_word_is_no_choice(bola, topic, level):
    assert choose(bola, topic, level).status_code == 422
    assert chosen(bola) == []


def test_a_hidden_thread_and_a_missing_one_answer_alike(ada, bola, alumni_room):
    hidden = make_thread(ada.viewer, alumni_room)

    answers = [bola.client.post(f"/m/t/{name}/following/", {"level": "follow"}) for name in (hidden.public_id, "never")]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
