"""Who is told of being called by name. Nobody else learns whether somebody was."""

from uuid import uuid4

import pytest
from django.core import mail

from forum.talk.actions.following import set_following
from forum.talk.actions.message import delete_message, edit_message, post_message
from forum.talk.changes import changes_since, cursor_now
from forum.talk.jobs import tell_mentioned
from forum.talk.notices import MENTION
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from network.people.actions.role import end_role
from tests.factories.forum import make_thread
from tests.forum.talk.test_jobs import follow, later


def post(who, thread, *called, **facts):
    words = " and ".join(f"@{someone.person.name}" for someone in called)
    return post_message(by=who.viewer, thread=thread, body=f"canary {words}", key=uuid4(), **facts)


def told(who, kind=MENTION.name):
    return [notice.ref for notice in Notice.objects.filter(person=who.person, kind=kind).order_by("pk")]


def letters_to(who):
    return [one for one in mail.outbox if one.to == [who.person.email]]


def test_whoever_is_called_is_told_once_and_neutrally(bola, cem, dina, topic):
    message = post(bola, topic, cem, dina, cem)

    run_jobs()

    assert told(cem) == told(dina) == [message.public_id]
    (letter,) = letters_to(cem)
    assert letter.subject == "Somebody mentioned you"
    for word in ("canary", topic.title, topic.space.name, bola.person.name, cem.person.name):
        assert word not in letter.message().as_string()


def test_what_is_stored_and_pushed_tells_of_nobody(ada, bola, maya, topic):
    """For Maya, from whom Ada hides in lists, a name that is somebody's looks like one that is nobody's."""
    where = cursor_now(maya.viewer, topic.space)
    post(bola, topic, ada)
    real = changes_since(maya.viewer, topic.space, where).items[0].html
    post_message(by=bola.viewer, thread=topic, body="canary @Nobody Known", key=uuid4())

    made_up = changes_since(maya.viewer, topic.space, where).items[1].html

    def words(html):
        return html.split("data-body>")[1].split("</div>")[0]

    assert words(real).replace(ada.person.name, "Nobody Known") == words(made_up)
    assert "mention" not in real


def test_names_without_effect_change_no_answer(ada, bola, cem, maya, lounge, alumni_room):
    """A hidden reader, somebody who does not read there, nobody at all: the same message, the same answer."""
    for who, space, name in (
        (maya, lounge, ada.person.name),
        (ada, alumni_room, bola.person.name),
        (bola, lounge, "Nobody Known"),
    ):
        thread = make_thread(who.viewer, space)
        answer = who.client.post(f"/m/t/{thread.public_id}/messages/", {"body": f"Hello @{name}", "key": uuid4()})
        assert answer.status_code == 302
    run_jobs()

    assert not Notice.objects.filter(kind=MENTION.name).exists()


def test_an_answer_is_told_as_an_answer_alone_and_followers_not_again(ada, bola, cem, topic):
    follow(cem, topic)

    post(bola, topic, ada, cem)
    run_jobs()
    later()

    assert (told(ada), len(told(ada, "talk.reply"))) == ([], 1)
    assert (len(told(cem)), told(cem, "talk.followed")) == (1, [])


def test_an_edit_tells_those_alone_whose_names_are_new(bola, cem, dina, topic):
    message = post(bola, topic, cem)
    run_jobs()
    Notice.objects.filter(person=cem.person).delete()

    edit_message(by=bola.viewer, message=message, body=f"@{cem.person.name} and @{dina.person.name}")
    run_jobs()

    assert (told(cem), told(dina)) == ([], [message.public_id])


def test_a_name_taken_out_and_put_back_tells_nobody_twice(bola, cem, topic):
    message = post(bola, topic, cem)
    run_jobs()
    for body in ("Nobody", f"@{cem.person.name}"):
        edit_message(by=bola.viewer, message=message, body=body)
        run_jobs()

    assert (len(told(cem)), len(letters_to(cem))) == (1, 1)


@pytest.mark.parametrize("fact", ["muted", "right lost", "author hides", "deleted", "name taken out"])
def test_what_happens_before_it_is_told_counts(bola, cem, topic, hides, fact):
    message = post(bola, topic, cem)
    _happen(fact, bola, cem, message, hides)

    run_jobs()

    assert (told(cem), letters_to(cem)) == ([], [])


@pytest.mark.parametrize("fact", ["muted", "right lost", "author hides", "deleted", "name taken out"])
def test_and_before_the_letter_goes(bola, cem, topic, hides, fact):
    message = post(bola, topic, cem)
    tell_mentioned.now(message.pk, [cem.person.pk])
    _happen(fact, bola, cem, message, hides)

    run_jobs()

    assert letters_to(cem) == []
    if fact != "right lost":
        assert "mentioned you" not in cem.client.get("/m/notices/").text


def _happen(fact, author, called, message, hides):
    match fact:
        case "muted":
            set_following(by=called.viewer, thread=message.thread, level="mute")
        case "right lost":
            end_role(role=called.person.roles.get(), by=None)
        case "author hides":
            hides(author, called)
        case "deleted":
            delete_message(by=author.viewer, message=message)
        case "name taken out":
            edit_message(by=author.viewer, message=message, body="Never mind")


def test_a_page_marks_what_calls_its_reader_and_nobody_else(bola, cem, dina, topic):
    post(bola, topic, cem)
    where = f"/m/t/{topic.public_id}/"

    assert "message--mentions-me" in cem.client.get(where).text
    assert "message--mentions-me" not in dina.client.get(where).text
