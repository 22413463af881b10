"""A host and the moderators keep the same person out."""

from uuid import uuid4

from forum.casebook.actions.lifting import lift_measure
from forum.concerns.actions.measure import second_measure, take_measure
from forum.concerns.models import Measure
from forum.stage.actions.halt import readmit, stop_talk
from forum.stage.models import Ejection
from network.access.viewer import viewer_of
from network.access.visible import can_see
from tests.factories.network import make_person
from tests.factories.stage import anew


def test_whom_the_moderators_keep_out_after_a_host_did_no_host_lets_in(live_talk, ada, cem, dina):
    stop_talk(by=ada.viewer, sitting=anew(live_talk), key=uuid4(), people=[cem.person])
    leo, kemi = (viewer_of(make_person(name, roles=(("moderator", ""),))) for name in ("Leo Marsh", "Kemi Ojo"))
    facts = {"kind": "bar", "scope": live_talk.thread.space.public_id, "words": "Please rest", "reason": "Again"}
    proposal = take_measure(by=dina.viewer, measure=Measure(person=cem.person, **facts))
    measure = second_measure(by=leo, measure=proposal, agrees=True)

    readmit(by=ada.viewer, ejection=Ejection.objects.get())
    assert not can_see(cem.viewer, live_talk)

    lift_measure(by=kemi, measure=measure)
    assert can_see(cem.viewer, live_talk)
