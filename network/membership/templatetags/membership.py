"""What other rooms' pages show of membership. Each prints a section, or nothing."""

from datetime import timedelta

from django import template
from django.http import HttpRequest
from django.utils import timezone

from network.membership.cases import own_cases, waiting_cases
from network.membership.models import Pledge, RequestState

register = template.Library()
SOON = timedelta(days=14)


@register.inclusion_tag("network/membership/case/_mine.html")
def my_case(request: HttpRequest) -> dict:
    """For the waiting page: how far one's own request is, a question from the desk, or the reason of a no."""
    undecided = [case for case in own_cases(request.viewer) if case.state != RequestState.ADMITTED]
    return {"case": undecided[0] if undecided else None, "request": request}


@register.inclusion_tag("network/membership/case/_needs.html")
def membership_needs(request: HttpRequest) -> dict:
    """For the member home: a pledge whose date is near, and for the desk those who wait."""
    due = Pledge.objects.made().filter(person_id=request.viewer.person_id, by_when__lte=timezone.localdate() + SOON)
    return {"pledge": due.first() if request.viewer.is_member else None, "waiting": len(waiting_cases(request.viewer))}
