"""Of more than was reported of a private conversation."""

from uuid import uuid4

from forum.desk.actions.report import report_message
from forum.extracts.actions.widening import Why, ask_widening, open_widening
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.factories.direct import make_conversation
from tests.factories.forum import say
from tests.factories.network import make_person

WHY = Why("abuse", "The one message does not show it.")


def case(cast):
    """Cem's report of what Ada wrote to him."""
    return {"public_id": _case(cast).public_id}


def asked(cast):
    """By an owner."""
    return {"public_id": _asked(cast, _somebody(RoleKind.OWNER)).public_id}


def asked_by_dina(cast):
    return {"public_id": _asked(cast, cast.dina.viewer).public_id}


def opened(cast):
    """Asked for by Dina, confirmed by an owner."""
    return {"public_id": open_widening(by=_somebody(RoleKind.OWNER), widening=_asked(cast, cast.dina.viewer)).public_id}


def opened_by_others(cast):
    widening = _asked(cast, _somebody(RoleKind.OWNER))
    return {"public_id": open_widening(by=_somebody(RoleKind.MODERATOR), widening=widening).public_id}


def _case(cast):
    thread = make_conversation(cast.ada.person, cast.cem.person)
    said = say(cast.ada.viewer, thread)
    return report_message(by=cast.cem.viewer, message=said, reason="other", words="Please look", key=uuid4()).case


def _somebody(kind):
    return viewer_of(make_person(roles=((kind, ""),)))


def _asked(cast, by):
    case = _case(cast)
    return ask_widening(by=by, matter=case, about=case.message, why=WHY)
