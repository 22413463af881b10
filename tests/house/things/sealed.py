"""Of words without a name."""

from forum.sealed.actions.opening import ask_for_opening, open_seal
from network.access.audience import ALUMNI
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.factories.forum import make_space, make_thread
from tests.factories.network import make_person
from tests.factories.sealed import seal_of, whisper


def thread(cast):
    """Ada's, where alumni may write without their names."""
    return {"public_id": _thread(cast).public_id}


def adas_thread(cast):
    """One in which she has."""
    return {"public_id": whisper(cast.ada.viewer, _thread(cast)).thread.public_id}


def message(cast):
    """Ada's, without her name."""
    return _address(whisper(cast.ada.viewer, _thread(cast)))


def others_message(cast):
    """Another alumna's, in a room of Ada's."""
    return _address(whisper(_somebody(RoleKind.ALUMNA), _thread(cast)))


def pen(cast):
    return {"public_id": message(cast)["public_id"]}


def opening(cast):
    """Asked for by an owner."""
    return {"public_id": _asked(cast, _somebody(RoleKind.OWNER)).public_id}


def dinas_opening(cast):
    return {"public_id": _asked(cast, cast.dina.viewer).public_id}


def opened(cast):
    """Asked for by Dina, confirmed by an owner, seen by neither."""
    asked = _asked(cast, cast.dina.viewer)
    return {"public_id": open_seal(by=_somebody(RoleKind.OWNER), opening=asked).public_id}


def _thread(cast):
    return make_thread(cast.ada.viewer, make_space(audience=ALUMNI, takes_unnamed=True))


def _address(said):
    return {"thread_id": said.thread.public_id, "public_id": said.public_id}


def _somebody(kind):
    return viewer_of(make_person(roles=((kind, ""),)))


def _asked(cast, by):
    seal = seal_of(whisper(cast.ada.viewer, _thread(cast)))
    return ask_for_opening(by=by, seal=seal, reason="life", words="She writes that she will not live.")
