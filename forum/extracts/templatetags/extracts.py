"""What the page of a case shows of reading more."""

from typing import Any

from django import template
from django.http import HttpRequest

from forum.concerns.models import Matter
from forum.extracts.models import Widening
from forum.extracts.rules import can_ask_widening, is_still_asked

register = template.Library()


@register.inclusion_tag("forum/extracts/widening/_options.html")
def reading_more(request: HttpRequest, matter: Matter) -> dict[str, Any]:
    """Where a case is about a private conversation: the way to ask for more of it, and what was asked. One query and
    none for any other case."""
    about = getattr(matter, "message", None)
    if about is None or not about.space.is_direct:
        return {}
    rows = Widening.objects.visible_to(request.viewer).select_related("about__space", "asked_by")
    asked = rows.filter(matter=matter.public_id).order_by("-pk").first()
    is_over = asked is None or not (is_still_asked(asked) or asked.is_running)
    can_ask = is_over and can_ask_widening(request.viewer, matter, about)
    return {"matter": matter, "asked": asked, "can_ask": can_ask, "is_direct": True}
