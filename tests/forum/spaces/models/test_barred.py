"""Whoever is kept out of a space finds no trace of it, and is sent away from its socket."""

from forum.spaces.models import Space
from forum.talk.models import Message, Thread
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.live import on_socket


def bar(someone, space):
    grant_role(person=someone.person, kind=RoleKind.BARRED, scope=space.public_id, by=None)


def test_whoever_is_barred_sees_neither_space_nor_thread_nor_message(bola, maya, lounge, topic):
    bar(bola, lounge)

    for kind in (Space, Thread, Message):
        assert not kind.objects.visible_to(bola.viewer).exists()
        assert kind.objects.visible_to(maya.viewer).exists()


def test_an_open_socket_closes_when_its_reader_is_barred(bola, lounge, on_commit):
    def act():
        with on_commit():
            bar(bola, lounge)

    outcome = on_socket(bola, lounge.public_id, act=act)

    assert (outcome.accepted, outcome.code) == (True, 4403)


def test_a_new_socket_is_refused_as_for_an_unknown_space(bola, lounge):
    bar(bola, lounge)

    assert not on_socket(bola, lounge.public_id).accepted
