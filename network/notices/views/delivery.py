"""The list of what is stuck, for the people who can put it right."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from network.access.visible import hide_unless
from network.jobs.actions.release import release as release_job
from network.jobs.models import StuckJob
from network.notices.models import Letter
from network.notices.rules import can_tend_deliveries


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Stuck jobs, and how many letters wait."""
    hide_unless(can_tend_deliveries(request.viewer))
    stuck = StuckJob.objects.open().order_by("-stuck_at")[:200]
    context = {"stuck": stuck, "waiting": Letter.objects.waiting().count()}
    return render(request, "network/notices/delivery/list.html", context)


@require_POST
def release(request: HttpRequest, stuck_id: int) -> HttpResponse:
    """Try one of them again."""
    hide_unless(can_tend_deliveries(request.viewer))
    release_job(by=request.user, stuck=get_object_or_404(StuckJob, pk=stuck_id))
    return redirect("deliveries")
