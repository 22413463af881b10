"""The log of staff actions, to be read. There is no way to change a line: not here, not anywhere."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.concerns.rulebook import rule_in
from forum.oversight.rules import can_oversee
from network.access.naming import staff_name
from network.access.visible import hide_unless
from network.people.models import User
from network.records.models import StaffAction

PER_PAGE = 50
GONE = "Somebody who has left"


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Who, what, by which rule and when, the latest first. Never about whom: an owner has no need of that here."""
    hide_unless(can_oversee(request.viewer))
    lines = StaffAction.objects.visible_to(request.viewer).order_by("-pk")
    page = Paginator(lines, PER_PAGE).get_page(request.GET.get("page"))
    # Not by a join: a line outlives whoever it is by.
    people = User.objects.in_bulk({line.by_id for line in page})
    names = {line.by_id: staff_name(request.viewer, people.get(line.by_id), gone=GONE) for line in page}
    rows = [(line, names[line.by_id], rule_in(line.reason)) for line in page]
    return render(request, "forum/oversight/log/list.html", {"page": page, "rows": rows})
