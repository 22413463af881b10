from django.core import mail

from forum.talk.actions.message import delete_message
from forum.talk.notices import REPLY
from network.notices.models import Notice
from network.people.actions.role import end_role
from tests.factories.forum import make_thread, say
from tests.forum.talk.test_jobs import follow, later, post


def test_a_notice_holds_while_the_message_stands_and_is_in_sight(ada, bola, topic):
    message = say(bola.viewer, topic)
    assert REPLY.still_true(ada.person, message.public_id)

    delete_message(by=bola.viewer, message=message)

    assert not REPLY.still_true(ada.person, message.public_id)


def test_a_notice_ends_with_the_right_or_behind_a_shield(ada, bola, topic, alumni_room, hides):
    message = say(ada.viewer, make_thread(ada.viewer, alumni_room))
    end_role(role=ada.person.roles.get(), by=None)
    assert not REPLY.still_true(ada.person, message.public_id)

    theirs = say(bola.viewer, make_thread(bola.viewer))
    hides(bola, ada)
    assert not REPLY.still_true(ada.person, theirs.public_id)


def test_the_link_tells_nothing_but_opaque_ids(bola, topic):
    message = say(bola.viewer, topic)

    assert REPLY.link(message.public_id) == f"/m/t/{topic.public_id}/messages/{message.public_id}/"
    assert REPLY.link("never-was") == "/m/notices/"


def test_nobody_is_written_to_of_what_they_follow_unless_they_ask(bola, cem, topic):
    follow(cem, topic)
    post(bola, topic)

    later()

    assert Notice.objects.filter(person=cem.person).count() == 1
    assert [one for one in mail.outbox if one.to == [cem.person.email]] == []
