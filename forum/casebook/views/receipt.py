"""What came of a report, or of an appeal against what was hidden, for whoever sent it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from forum.casebook.receipt import came_of
from forum.casebook.wording import came_of as came_of_concern
from forum.concerns.models import Concern
from forum.desk.models import Report
from network.access.visible import hide_unless


@require_GET
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """The reference, and the outcome in fixed words: no name and nothing that was said. One's own alone."""
    report = Report.objects.reported_by(request.viewer).filter(public_id=public_id).select_related("case").first()
    hide_unless(report is not None)
    context = {"report": report, "came_of_it": came_of(report)}
    return render(request, "forum/casebook/receipt/detail.html", context)


@require_GET
def of_concern(request: HttpRequest, public_id: str) -> HttpResponse:
    """The same of what is no message. One's own alone."""
    concern = Concern.objects.reported_by(request.viewer).filter(public_id=public_id).first()
    hide_unless(concern is not None)
    page = "forum/casebook/cover/outcome.html" if concern.is_appeal else "forum/casebook/receipt/concern.html"
    return render(request, page, {"concern": concern, "came_of_it": came_of_concern(concern)})
