"""Of private conversations: Ada and Bola are in one, Cem was asked by Ada."""

from forum.direct.actions.block import block_person
from forum.direct.actions.proposal import propose_person
from tests.factories.direct import ask, list_for, make_conversation
from tests.house.things.directory import adas_profile


def conversation(cast):
    return {"public_id": _talk(cast).public_id}


def space_of_conversation(cast):
    return {"public_id": _talk(cast).space.public_id}


def _talk(cast):
    return make_conversation(cast.bola.person, cast.ada.person)


def request_to_cem(cast):
    list_for(cast.cem.person)
    return {"public_id": ask(cast.ada.person, cast.cem.person, "About the panel").public_id}


def profile_to_ask(cast):
    """Ada's, whom Maya, her manager, does not find."""
    return adas_profile(cast)


def proposal(cast):
    """Of Bola's, that Cem should join."""
    thread = _talk(cast)
    list_for(cast.cem.person)
    proposed = propose_person(by=cast.bola.viewer, thread=thread, person=cast.cem.person)
    return {"thread_id": thread.public_id, "public_id": proposed.public_id}


def cem_by_name(cast):
    list_for(cast.cem.person)
    return {"name": cast.cem.person.name}


def correspondent(cast):
    """Ada, in a conversation with Bola and in no directory."""
    _talk(cast)
    cast.ada.person.profile.is_listed = False
    cast.ada.person.profile.save()
    return {"person_id": cast.ada.person.public_id}


def blocked(cast):
    """Bola, blocked by Ada."""
    block_person(by=cast.ada.viewer, person=cast.bola.person)
    return {"person_id": cast.bola.person.public_id}
