"""What was decided: a file for whoever the law entitles, and numbers for everybody."""

import csv
import json
from dataclasses import asdict, fields

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from forum.oversight.forms import RecordForm
from forum.oversight.load import DAYS, loads
from forum.oversight.record import Line, decisions, months
from forum.oversight.rules import can_oversee
from network.access.visible import hide_unless
from network.records.actions.log import record_staff_action


@require_http_methods(["GET", "POST"])
def export(request: HttpRequest) -> HttpResponse:
    """From when until when, and the file. That it was taken is noted."""
    hide_unless(can_oversee(request.viewer))
    form = RecordForm(request.POST if request.method == "POST" else None)
    if request.method == "GET" or not form.is_valid():
        status = 200 if request.method == "GET" else 422
        return render(request, "forum/oversight/record/new.html", {"form": form}, status=status)
    record_staff_action(by=request.viewer, verb="exported_record", about_id=None, reason=form.in_words())
    lines = decisions(request.viewer, *form.span())
    return as_json(lines) if form.cleaned_data["format"] == "json" else as_csv(lines)


def as_csv(lines: list[Line]) -> HttpResponse:
    """A row each, under the columns' names. No cell begins like a formula: they are ids, times and our own words."""
    response = _file("text/csv; charset=utf-8", "decisions.csv")
    rows = csv.writer(response)
    rows.writerow([column.name for column in fields(Line)])
    rows.writerows(asdict(line).values() for line in lines)
    return response


def as_json(lines: list[Line]) -> HttpResponse:
    response = _file("application/json", "decisions.json")
    response.write(json.dumps({"decisions": [asdict(line) for line in lines]}, ensure_ascii=False, indent=1))
    return response


def _file(content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_GET
def numbers(request: HttpRequest) -> HttpResponse:
    """Month by month, ready to be published."""
    hide_unless(can_oversee(request.viewer))
    return render(request, "forum/oversight/numbers/list.html", {"months": months(request.viewer)})


@require_GET
def load(request: HttpRequest) -> HttpResponse:
    """Who carries how much."""
    hide_unless(can_oversee(request.viewer))
    context = {"loads": loads(request.viewer), "days": DAYS}
    return render(request, "forum/oversight/load/list.html", context)
