"""Of what is reported beside messages, and what is done about people."""

from uuid import uuid4

from editorial.actions.tree import plant_tree
from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure
from forum.spaces.actions.hold_order import hold_next_posts
from network.access.audience import ALUMNI, PUBLIC
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


def asked_about_event(cast):
    """Cem reported an event for members, and Dina asked those who can change it."""
    return _asked(cast, make_event())


def asked_about_public_event(cast):
    event = make_event(audience=PUBLIC)
    # The groups have their rights to the diary once it stands.
    plant_tree()
    return _asked(cast, event)


def _asked(cast, event):
    # Efe edits it: somebody must be there to be asked.
    assert cast.efe.person
    told = Told("other", "Please look")
    concern = report_subject(by=cast.cem.viewer, kind="event", ref=event.public_id, told=told, key=uuid4())
    hiding = Hiding(asks="It names a family.")
    decide_concern(by=cast.dina.viewer, concern=concern, acts=True, reason="Logged", hiding=hiding)
    return {"public_id": concern.public_id}


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
