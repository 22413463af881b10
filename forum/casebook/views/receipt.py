"""What came of a report about a message, for whoever made it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.casebook.receipt import came_of
from forum.desk.models import Report
from network.access.visible import hide_unless


@require_GET
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """The reference, and the outcome in fixed words: no name and nothing that was said. One's own alone."""
    report = Report.objects.reported_by(request.viewer).filter(public_id=public_id).select_related("case").first()
    hide_unless(report is not None)
    context = {"report": report, "came_of_it": came_of(report)}
    return render(request, "forum/casebook/receipt/detail.html", context)
