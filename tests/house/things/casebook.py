"""Of appeals, notes and receipts."""

from uuid import uuid4

from forum.casebook.actions.objection import object_to_measure
from forum.concerns.actions.measure import second_measure, take_measure
from forum.concerns.models import Measure
from forum.concerns.wording import word_for
from forum.desk.models import Report
from forum.talk.actions.held import decline_held
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.factories.forum import hold, make_space, make_thread
from tests.factories.network import make_person
from tests.house.things import desk


def _leo():
    """A second moderator."""
    return viewer_of(make_person("Leo Marsh", roles=((RoleKind.MODERATOR, ""),)))


def _pause(cast, by):
    facts = {"kind": "pause", "person": cast.ada.person, "days": 7, "words": "Please rest", "reason": "Again"}
    return take_measure(by=by, measure=Measure(**facts))


def adas_pause(cast):
    """Of Dina's, where a second moderator could look again."""
    measure = _pause(cast, cast.dina.viewer)
    _leo()
    return {"public_id": measure.public_id}


def adas_declined(cast):
    """Ada's message, declined by Dina."""
    topic = make_thread(cast.bola.viewer, make_space(approves_first=True))
    _leo()
    return {"public_id": decline_held(by=cast.dina.viewer, held=hold(cast.ada.viewer, topic), words="No").public_id}


def objection(cast):
    """Ada's, against what Leo did."""
    # The cast is made as it is named, and nobody appeals where nobody could look again.
    assert cast.dina.viewer
    return _object(_pause(cast, _leo()))


def objection_against_dina(cast):
    measure = _pause(cast, cast.dina.viewer)
    _leo()
    return _object(measure)


def _object(measure):
    return {"public_id": object_to_measure(measure=measure, words="It was a quotation", key=uuid4()).public_id}


def letter_to_someone(cast):
    """To somebody whose account two moderators closed."""
    person = make_person("Ivy Stone", roles=((RoleKind.ALLY, ""),))
    facts = {"kind": "suspension", "person": person, "words": "Hello", "reason": "Again"}
    proposed = take_measure(by=cast.dina.viewer, measure=Measure(**facts))
    second_measure(by=_leo(), measure=proposed, agrees=True)
    return {"word": word_for(Measure.objects.get(pk=proposed.pk))}


def forged_letter(cast):
    return {"word": "ImFkYSI:forged"}


def cems_report(cast):
    """About a message of Ada's."""
    case = desk.case(cast)
    return {"public_id": Report.objects.get(case__public_id=case["public_id"]).public_id}
