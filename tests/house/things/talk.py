"""Of spaces and talk."""

from forum.spaces.actions.steward import name_steward
from forum.spaces.models import Space, SpaceMode
from forum.talk.actions.deletion import take_back
from forum.talk.actions.message import edit_message
from forum.talk.models import Message
from network.access.audience import ALUMNI, MEMBERS, cohort
from tests.factories.forum import hold, make_space, make_thread, say


def lounge(cast):
    return _space(MEMBERS)


def alumni_room(cast):
    return _space(ALUMNI)


def cohort_room(cast):
    return _space(cohort("C12"))


def _space(audience):
    return {"public_id": make_space(audience=audience).public_id}


def thread(cast):
    """Ada's, where all members read."""
    return {"public_id": make_thread(cast.ada.viewer).public_id}


def alumni_thread(cast):
    return {"public_id": make_thread(cast.ada.viewer, make_space(audience=ALUMNI)).public_id}


def elsewhere(cast):
    """Another space for the same people."""
    return {"space": make_space("The quiet room").public_id}


def message(cast):
    return _message(cast, make_thread(cast.ada.viewer))


def taken_back(cast):
    """Ada's, deleted a moment ago."""
    spoken = say(cast.ada.viewer, make_thread(cast.ada.viewer))
    take_back(by=cast.ada.viewer, message=spoken)
    return {"thread_id": spoken.thread.public_id, "public_id": spoken.public_id}


def alumni_message(cast):
    return _message(cast, make_thread(cast.ada.viewer, make_space(audience=ALUMNI)))


def edited_message(cast):
    message = say(cast.ada.viewer, make_thread(cast.ada.viewer))
    edit_message(by=cast.ada.viewer, message=message, body="In other words")
    return {"thread_id": message.thread.public_id, "public_id": message.public_id}


def _message(cast, topic):
    return {"thread_id": topic.public_id, "public_id": say(cast.ada.viewer, topic).public_id}


def position(cast):
    """The message a reader has come to."""
    return {"message": Message.objects.latest("pk").public_id}


def heard_thread(cast):
    """Ada's, where allies listen."""
    return {"public_id": make_thread(cast.ada.viewer, make_space(is_listening=True)).public_id}


def adas_room(cast):
    """Of all members, kept by Ada."""
    return {"public_id": _adas_room(cast).public_id}


def ada_in_her_room(cast):
    return adas_room(cast) | {"person_id": cast.ada.person.public_id}


def bolas_thread_in_adas_room(cast):
    return {"public_id": make_thread(cast.bola.viewer, _adas_room(cast)).public_id}


def _adas_room(cast):
    space = make_space()
    name_steward(by=cast.dina.viewer, space=space, person=cast.ada.person)
    return space


def ada_by_name(cast):
    return {"name": cast.ada.person.name}


def daily_in_the_lounge(cast):
    return {_space(MEMBERS)["public_id"]: "daily"}


def hourly_in_the_lounge(cast):
    return {_space(MEMBERS)["public_id"]: "hourly"}


def read_only_space(cast):
    space = make_space()
    Space.objects.filter(pk=space.pk).update(mode=SpaceMode.READ_ONLY)
    return {"public_id": space.public_id}


def bolas_held_message(cast):
    """Waits in a room of all members that Ada keeps."""
    space = _adas_room(cast)
    Space.objects.filter(pk=space.pk).update(approves_first=True)
    topic = make_thread(cast.ada.viewer, Space.objects.get(pk=space.pk))
    return {"public_id": hold(cast.bola.viewer, topic).public_id}
