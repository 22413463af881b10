"""Of talks. Ada leads them and Bola has a seat."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from forum.spaces.models import Space
from forum.stage.actions.halt import stop_talk
from forum.talk.models import Thread
from tests.factories.forum import hold, say
from tests.factories.stage import anew, ask_in, make_chair, make_sitting, thread_of


def _talk(cast, *others):
    sitting = make_sitting(cast.finn.viewer, cast.ada.person, cast.bola.person, *others)
    make_chair(cast.finn.viewer, sitting, cast.ada.person)
    return sitting


def _address(sitting) -> dict[str, str]:
    return {"public_id": sitting.thread.public_id}


def talk(cast):
    return _address(_talk(cast))


def closed_talk(cast):
    sitting = _talk(cast)
    Thread.objects.filter(pk=sitting.thread_id).update(closes_at=timezone.now() - timedelta(seconds=1))
    return _address(sitting)


def question(cast):
    """Bola's."""
    sitting = _talk(cast)
    asked = ask_in(cast.bola.viewer, sitting)
    return {"thread_id": asked.sitting.thread.public_id, "public_id": asked.message.public_id}


def held(cast):
    """What Bola said, and waits for Ada."""
    sitting = _talk(cast)
    Space.objects.filter(pk=sitting.thread.space_id).update(approves_first=True)
    return _address(sitting) | {"held_id": hold(cast.bola.viewer, thread_of(sitting)).public_id}


def stopped_talk(cast):
    sitting = _talk(cast)
    stop_talk(by=cast.ada.viewer, sitting=anew(sitting), key=uuid4())
    return _address(sitting)


def ejected(cast):
    """Cem had a seat too, and was put out."""
    sitting = _talk(cast, cast.cem.person)
    say(cast.cem.viewer, thread_of(sitting))
    stop_talk(by=cast.ada.viewer, sitting=anew(sitting), key=uuid4(), people=[cast.cem.person])
    return _address(sitting) | {"person_id": cast.cem.person.public_id}
