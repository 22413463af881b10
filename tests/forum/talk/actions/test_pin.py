import pytest

from forum.spaces.actions.steward import name_steward
from forum.talk.actions.pin import pin_thread, unpin_thread
from forum.talk.lists import threads_by_activity
from forum.talk.models import Thread
from network.access.visible import Refused
from tests.factories.forum import make_thread


def in_order(who, space):
    return [thread.title for thread in threads_by_activity(who.viewer, space)]


def test_a_pinned_thread_stands_above_livelier_ones_until_it_is_unpinned(ada, bola, dina, lounge):
    older, _ = (make_thread(ada.viewer, lounge, title=title) for title in ("Older", "Newer"))
    assert in_order(bola, lounge) == ["Newer", "Older"]

    pin_thread(by=dina.viewer, thread=older)
    assert in_order(bola, lounge) == ["Older", "Newer"]

    unpin_thread(by=dina.viewer, thread=older)
    assert in_order(bola, lounge) == ["Newer", "Older"]


def test_a_steward_pins_in_their_space_alone(ada, bola, dina, topic):
    name_steward(by=dina.viewer, space=topic.space, person=bola.person)

    assert pin_thread(by=bola.viewer, thread=topic).is_pinned
    with pytest.raises(Refused):
        pin_thread(by=bola.viewer, thread=make_thread(ada.viewer))


def test_nobody_else_pins_nor_a_moderator_where_they_may_not_read(ada, bola, dina, efe, outsider, topic, alumni_room):
    elsewhere = make_thread(ada.viewer, alumni_room)
    attempts = [(who, topic) for who in (ada, bola, efe, outsider)] + [(dina, elsewhere)]

    for who, thread in attempts:
        for act in (pin_thread, unpin_thread):
            with pytest.raises(Refused):
                act(by=who.viewer, thread=thread)
    assert not Thread.objects.filter(is_pinned=True).exists()
