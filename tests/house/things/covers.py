"""Of what is out of sight."""

from uuid import uuid4

from forum.casebook.actions.cover import object_to_cover
from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.covers.models import Cover
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.factories.forum import make_thread
from tests.factories.network import make_person


def adas_cover(cast):
    """Of a title of hers, reported by Cem and hidden by Dina, where a second moderator could look again."""
    _leo()
    return {"public_id": _hidden(cast, cast.dina.viewer).public_id}


def adas_cover_as_report(cast):
    """The same, where reports are made."""
    return {"kind": "cover", "ref": _hidden(cast, cast.dina.viewer).public_id}


def appeal_against_dina(cast):
    _leo()
    return {"public_id": _appeal(cast, cast.dina.viewer).public_id}


def appeal_against_leo(cast):
    """Against what another moderator hid."""
    # The cast is made as it is named, and nobody appeals where nobody could look again.
    assert cast.dina.viewer
    return {"public_id": _appeal(cast, _leo()).public_id}


def _leo():
    """A second moderator."""
    return viewer_of(make_person("Leo Marsh", roles=((RoleKind.MODERATOR, ""),)))


def _hidden(cast, by):
    thread = make_thread(cast.ada.viewer)
    told = Told("other", "Please look")
    concern = report_subject(by=cast.cem.viewer, kind="thread", ref=thread.public_id, told=told, key=uuid4())
    facts = {"acts": True, "reason": "Logged", "hiding": Hiding(("title",), "Please open it anew.")}
    decide_concern(by=by, concern=concern, **facts)
    return Cover.objects.get(thread=thread)


def _appeal(cast, by):
    return object_to_cover(by=cast.ada.viewer, cover=_hidden(cast, by), words="It names nobody", key=uuid4())
