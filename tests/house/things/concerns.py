"""Of what is reported beside messages, and what is done about people."""

from uuid import uuid4

from forum.concerns.actions.concern import Told, report_subject
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure
from forum.spaces.actions.hold_order import hold_next_posts
from forum.spaces.actions.watchword import watch_word
from network.access.audience import ALUMNI
from network.access.viewer import viewer_of
from network.directory.actions.profile import change_profile, ensure_profile
from network.people.models import RoleKind
from tests.factories.events import make_event
from tests.factories.forum import make_thread
from tests.factories.network import make_person


def adas_thread(cast):
    return {"kind": "thread", "ref": make_thread(cast.ada.viewer).public_id}


def adas_profile(cast):
    """Listed to all members; Maya is her manager."""
    profile = ensure_profile(person=cast.ada.person)
    change_profile(by=cast.ada.viewer, profile=profile, changes={"is_listed": True, "listed_to": "members"})
    return {"kind": "person", "ref": profile.public_id}


def event(cast):
    return {"kind": "event", "ref": make_event().public_id}


def alumni_event(cast):
    return {"kind": "event", "ref": make_event(audience=ALUMNI).public_id}


def _reported(cast):
    return report_subject(by=cast.cem.viewer, told=Told("other", "Please look"), key=uuid4(), **adas_thread(cast))


def concern(cast):
    """Of Cem's, about a thread of Ada's."""
    return {"public_id": _reported(cast).public_id}


def cems_receipt(cast):
    return concern(cast)


def _close_account(cast, by):
    facts = {"kind": "suspension", "person": cast.ada.person, "words": "Hello", "reason": "Again"}
    return {"public_id": take_measure(by=by, measure=Measure(**facts)).public_id}


def proposal(cast):
    """Of a second moderator, about Ada."""
    return _close_account(cast, viewer_of(make_person("Leo Marsh", roles=((RoleKind.MODERATOR, ""),))))


def dinas_proposal(cast):
    return _close_account(cast, cast.dina.viewer)


def word_to_ada(cast):
    facts = {"kind": "nudge", "person": cast.ada.person, "words": "More gently, please", "reason": "Tone"}
    return {"public_id": take_measure(by=cast.dina.viewer, measure=Measure(**facts)).public_id}


def waiting(cast):
    """Something waits; the address is the same whatever it is."""
    concern(cast)
    return {}


def order_about_ada(cast):
    return {"order_id": hold_next_posts(by=cast.dina.viewer, person=cast.ada.person, posts=5, reason="Again").pk}


def watched(cast):
    return {"word_id": watch_word(by=cast.dina.viewer, text="a word").pk}
