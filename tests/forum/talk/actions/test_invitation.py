from uuid import uuid4

import pytest

from forum.talk.actions.invitation import invite_allies
from forum.talk.actions.message import edit_message, post_message
from forum.talk.actions.thread import open_thread
from forum.talk.models import Message, Thread
from network.access.visible import Refused
from tests.factories.forum import make_space, make_thread

LISTEN = "Allies listen here. You can read, and answer where a thread invites allies."


@pytest.fixture
def heard(ada):
    """A thread of Ada's where allies listen."""
    return make_thread(ada.viewer, make_space(is_listening=True))


def post(who, thread, body="Hello"):
    return post_message(by=who.viewer, thread=thread, body=body, key=uuid4())


def test_an_ally_answers_after_the_invitation_and_not_after_its_end(ada, bola, heard):
    with pytest.raises(Refused, match=LISTEN):
        post(bola, heard)

    invite_allies(by=ada.viewer, thread=heard)
    answer = post(bola, heard)
    invite_allies(by=ada.viewer, thread=heard, is_open=False)

    with pytest.raises(Refused, match=LISTEN):
        post(bola, heard)
    assert Message.objects.get(author=bola.person) == answer


def test_an_invitation_is_to_one_thread_and_to_no_other(ada, bola, heard):
    invite_allies(by=ada.viewer, thread=heard)

    with pytest.raises(Refused, match=LISTEN):
        post(bola, make_thread(ada.viewer, heard.space))
    with pytest.raises(Refused, match=LISTEN):
        open_thread(by=bola.viewer, space=heard.space, title="Mine", body="First", key=uuid4())


def test_after_its_end_an_ally_changes_no_words(ada, bola, heard):
    invite_allies(by=ada.viewer, thread=heard)
    answer = post(bola, heard)
    invite_allies(by=ada.viewer, thread=heard, is_open=False)
    answer = Message.objects.get(pk=answer.pk)

    with pytest.raises(Refused):
        edit_message(by=bola.viewer, message=answer, body="Other words")


def test_nobody_else_invites_and_nobody_where_everybody_answers(ada, bola, cem, eve, heard):
    for who in (bola, cem, eve):
        with pytest.raises(Refused):
            invite_allies(by=who.viewer, thread=heard)
    with pytest.raises(Refused):
        invite_allies(by=ada.viewer, thread=make_thread(ada.viewer))
    assert not Thread.objects.filter(is_open_to_allies=True).exists()
