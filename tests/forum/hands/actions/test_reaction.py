"""Answering with one of five words."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forum.hands.actions.reaction import add_reaction, remove_reaction
from forum.hands.models import Reaction
from forum.spaces.actions.pause import pause_person
from forum.spaces.models import Space, SpaceMode
from forum.talk.actions.message import delete_message
from forum.talk.actions.thread import close_thread
from forum.talk.changes import changes_since, cursor_now
from forum.talk.models import Message, Thread
from network.access.visible import Refused
from network.notices.models import Notice
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.factories.forum import make_space, make_thread


@pytest.fixture
def spoken(topic):
    return Message.objects.select_related("thread", "space").get(thread=topic)


def again(message):
    return Message.objects.select_related("thread", "thread__space", "space").get(pk=message.pk)


def kinds(message):
    return list(Reaction.objects.filter(message=message).order_by("pk").values_list("kind", flat=True))


def test_a_member_answers_with_one_word_or_several_each_once(spoken, bola):
    for kind in ("agree", "useful", "agree"):
        add_reaction(by=bola.viewer, message=spoken, kind=kind)

    assert kinds(spoken) == ["agree", "useful"]


def test_taken_back_it_is_gone_and_twice_is_once(spoken, bola, cem):
    for who in (bola, cem):
        add_reaction(by=who.viewer, message=spoken, kind="agree")

    for _ in range(2):
        remove_reaction(by=bola.viewer, message=spoken, kind="agree")

    assert list(Reaction.objects.values_list("person_id", flat=True)) == [cem.person.pk]


def test_readers_are_told_once_and_nothing_where_nothing_changed(spoken, bola, ada, lounge):
    before = cursor_now(ada.viewer, lounge)
    add_reaction(by=bola.viewer, message=spoken, kind="agree")
    after = cursor_now(ada.viewer, lounge)

    add_reaction(by=bola.viewer, message=spoken, kind="agree")
    remove_reaction(by=bola.viewer, message=spoken, kind="useful")

    (change,) = changes_since(ada.viewer, lounge, before).items
    assert 'data-kind="agree"' in change.html and bola.person.public_id not in change.html
    assert cursor_now(ada.viewer, lounge) == after != before


def test_whoever_does_not_see_who_reacted_learns_nothing(spoken, cem, bola, maya, lounge, hides):
    hides(cem, maya)
    before = cursor_now(maya.viewer, lounge)

    add_reaction(by=cem.viewer, message=spoken, kind="agree")

    assert changes_since(maya.viewer, lounge, before).items == []
    assert cursor_now(maya.viewer, lounge) == before
    assert not Reaction.objects.visible_to(maya.viewer).exists()
    assert Reaction.objects.visible_to(bola.viewer).exists()


def test_whoever_hides_in_lists_alone_has_signed_it(spoken, ada, maya, lounge):
    """Maya works where Ada does, so that Ada is hidden from her in lists from the start."""
    assert ada.person.pk in maya.viewer.hidden_in_lists
    add_reaction(by=ada.viewer, message=spoken, kind="agree")

    assert Reaction.objects.visible_to(maya.viewer).count() == 1


def test_allies_react_where_they_only_listen(ada, bola):
    message = make_thread(ada.viewer, make_space(is_listening=True)).messages.get()

    add_reaction(by=bola.viewer, message=again(message), kind="thanks")

    assert kinds(message) == ["thanks"]


@pytest.mark.parametrize(
    "manner",
    [
        {"mode": SpaceMode.READ_ONLY},
        {"mode": SpaceMode.ANNOUNCEMENTS},
        {"frozen_at": timezone.now()},
        {"closes_at": timezone.now() - timedelta(minutes=1)},
        {"opens_at": timezone.now() + timedelta(hours=1)},
    ],
    ids=["read-only", "announcements", "frozen", "closed", "not-yet"],
)
def test_where_the_space_takes_no_words_it_takes_no_reactions(spoken, bola, lounge, manner):
    Space.objects.filter(pk=lounge.pk).update(**manner)

    with pytest.raises(Refused, match="You can|you can"):
        add_reaction(by=bola.viewer, message=again(spoken), kind="agree")
    assert kinds(spoken) == []


def test_a_closed_thread_takes_none_and_one_takes_back_what_is_there(spoken, ada, bola, topic):
    add_reaction(by=bola.viewer, message=spoken, kind="agree")
    close_thread(by=ada.viewer, thread=topic)

    with pytest.raises(Refused, match="closed"):
        add_reaction(by=bola.viewer, message=again(spoken), kind="useful")
    remove_reaction(by=bola.viewer, message=again(spoken), kind="agree")

    assert kinds(spoken) == []


def test_a_thread_closed_meanwhile_takes_none(spoken, ada, bola, topic):
    thread = spoken.thread
    Thread.objects.filter(pk=thread.pk).update(closed_at=timezone.now())
    assert not thread.is_closed, "as it was when the page was asked for"

    with pytest.raises(Refused):
        add_reaction(by=bola.viewer, message=spoken, kind="agree")


def test_a_message_taken_back_meanwhile_takes_none(spoken, ada, bola):
    delete_message(by=ada.viewer, message=again(spoken))
    assert spoken.is_standing, "as it was when the page was asked for"

    with pytest.raises(Refused):
        add_reaction(by=bola.viewer, message=spoken, kind="agree")


def test_whoever_is_paused_or_kept_out_reacts_nowhere(spoken, bola, cem, dina, lounge):
    pause_person(by=dina.viewer, person=bola.person, span=timedelta(days=1), reason="Three times")
    grant_role(person=cem.person, kind=RoleKind.BARRED, scope=lounge.public_id, by=None)

    for who, words in ((bola, "paused"), (cem, "no reactions")):
        with pytest.raises(Refused, match=words):
            add_reaction(by=who.viewer, message=again(spoken), kind="agree")


def test_nobody_reacts_to_what_they_may_not_read(ada, bola, outsider, alumni_room):
    message = make_thread(ada.viewer, alumni_room).messages.get()

    for who in (bola, outsider):
        with pytest.raises(Refused):
            add_reaction(by=who.viewer, message=again(message), kind="agree")
        with pytest.raises(Refused):
            remove_reaction(by=who.viewer, message=again(message), kind="agree")


def test_nobody_is_told_of_it(spoken, bola, mailoutbox):
    add_reaction(by=bola.viewer, message=spoken, kind="agree")

    assert not Notice.objects.exists() and mailoutbox == []
