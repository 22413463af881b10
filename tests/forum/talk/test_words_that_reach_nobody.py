"""Words that look as if they did something: calling everybody, showing what lies behind a link, another's key."""

from uuid import uuid4

import pytest
from django.urls import reverse

from forum.talk.actions.message import post_message
from forum.talk.mentions import mentioned_in
from forum.talk.models import Message
from forum.talk.notices import MENTION
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from tests.factories.forum import make_thread, say


@pytest.mark.parametrize("call", ["@all", "@everyone", "@here", "@channel", "@members", "@moderators", "@*", "@"])
def test_nobody_can_call_everybody(ada, bola, cem, dina, topic, call):
    """The same breath calls one person, who is told."""
    body = f"{call} please look, and @{cem.person.name} first"

    message = post_message(by=bola.viewer, thread=topic, body=body, key=uuid4())
    run_jobs()

    assert mentioned_in(call, bola.viewer, topic.space) == []
    told = Notice.objects.filter(kind=MENTION.name)
    assert [(notice.person, notice.ref) for notice in told] == [(cem.person, message.public_id)]


@pytest.mark.parametrize("page", ["thread", "message"])
def test_a_link_to_hidden_words_is_a_bare_link_for_everybody(ada, bola, topic, alumni_room, page):
    """Bola may not read where it leads; Ada may, and gets no more of it here than he does."""
    hidden = say(ada.viewer, make_thread(ada.viewer, alumni_room, title="canary title"), "canary words")
    ids = [hidden.thread.public_id, hidden.public_id][: 1 if page == "thread" else 2]
    address = f"http://testserver{reverse(page, args=ids)}"
    say(ada.viewer, topic, f"As I said: {address}")

    bodies = []
    for who in (ada, bola):
        shown = who.client.get(reverse("thread", args=[topic.public_id])).text
        bodies.append(shown.split("As I said: ")[1].split("</div>")[0])

    assert bodies[0] == bodies[1]
    assert "canary" not in bodies[0]
    assert f'href="{address}"' in bodies[0] and f">{address}</a>" in bodies[0]
    assert bola.client.get(address).status_code == 404


def test_the_same_key_of_another_person_is_another_message(bola, cem, topic):
    """Keys are made by browsers: one that two people happen to use, or that is stolen, joins nothing of theirs."""
    key = uuid4()

    answers = [
        who.client.post(reverse("messages", args=[topic.public_id]), {"body": body, "key": key})
        for who, body in ((bola, "Bola's words"), (cem, "Cem's words"), (bola, "Bola's words"))
    ]

    assert {answer.status_code for answer in answers} == {302}
    assert answers[0]["Location"] == answers[2]["Location"] != answers[1]["Location"]
    said = Message.objects.filter(key=key).order_by("number").values_list("author", "body")
    assert list(said) == [(bola.person.pk, "Bola's words"), (cem.person.pk, "Cem's words")]
