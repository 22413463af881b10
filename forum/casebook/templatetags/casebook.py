"""What other rooms' pages show of this one."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.template import RequestContext

from forum.casebook.lists import record_of, with_appeals
from forum.casebook.models import Note, Objection
from forum.casebook.rules import can_appeal_declined, can_appeal_measure
from forum.concerns.models import Concern, Matter, Measure
from forum.concerns.rules import can_decide
from forum.talk.models import Held
from network.access.naming import staff_name
from network.people.models import User

register = template.Library()
register.filter(with_appeals)


@register.inclusion_tag("forum/casebook/objection/_offer.html")
def measure_appeal(measure: Measure) -> dict[str, Any]:
    """What somebody may do about their own measure, and what became of it."""
    objection = Objection.objects.filter(measure=measure).first()
    can = objection is None and can_appeal_measure(measure)
    return {"objection": objection, "can_appeal": can, "route": "measure_appeal", "public_id": measure.public_id}


@register.inclusion_tag("forum/casebook/objection/_offer.html")
def held_appeal(held: Held) -> dict[str, Any]:
    """The same for one's own message that was declined."""
    objection = Objection.objects.filter(held=held).first()
    can = objection is None and can_appeal_declined(held)
    return {"objection": objection, "can_appeal": can, "route": "held_appeal", "public_id": held.public_id}


@register.inclusion_tag("forum/casebook/note/_beside.html")
def beside_matter(request: HttpRequest, matter: Matter) -> dict[str, Any]:
    """The record of whom a matter is about, and the notes on it. A colleague who may only pass it on reads neither, and
    of whoever decided what an appeal is against there is no record."""
    viewer = request.viewer
    if not can_decide(viewer, matter):
        return {"may_read": False}
    notes = Note.objects.visible_to(viewer).about(matter).select_related("author")
    record = None if isinstance(matter, Concern) and matter.is_appeal else record_of(viewer, matter)
    return {"may_read": True, "matter": matter, "record": record, "notes": notes}


@register.simple_tag(takes_context=True)
def named(context: RequestContext, person: User | None) -> str:
    """`{% named matter.claimed_by %}`: who of the team, where they do not hide from the reader."""
    return staff_name(context.request.viewer, person, gone="A former member")
