"""Concerns of the demo world: one of a member, one of somebody without an account."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from forum.concerns.actions.concern import Told, report_place, report_subject
from forum.talk.models import Thread
from network.access.viewer import viewer_of

ORDER = 74


def build(world: Any) -> None:
    bola = viewer_of(world.cast("bola"))
    others = Thread.objects.visible_to(bola).exclude(author_id=bola.person_id).order_by("pk")
    if thread := others.first():
        told = Told("identifies", "The title names a place. Could it say less?")
        key = uuid5(NAMESPACE_URL, "demo:concern:thread")
        report_subject(by=bola, kind="thread", ref=thread.public_id, told=told, key=key)
    told = Told("complaint", "I wrote to you three weeks ago about a photograph of me and have heard nothing.")
    facts = {"answer_to": "ivy@elsewhere.example", "key": uuid5(NAMESPACE_URL, "demo:concern:public")}
    report_place(place="The page about the programme", told=told, is_mailed=False, **facts)
