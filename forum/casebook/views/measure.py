"""What the moderators do about a person: as it is proposed by one of two, and as that person reads it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from forum.casebook.views.concern import find_concern
from forum.concerns.actions.measure import MeasureSettled, take_measure
from forum.concerns.forms import PROPOSALS, ProposalForm
from forum.concerns.models import Matter, Measure, MeasureKind
from forum.concerns.rules import is_conflicted
from forum.desk.views.case import find_case
from forum.spaces.rules import can_open_space
from network.access.answers import refuse
from network.access.viewer import Viewer
from network.access.visible import hide_unless
from network.people.models import User

DETAIL = "forum/casebook/measure/detail.html"
NEW = "forum/casebook/measure/new.html"
FINDERS = {"reports": (find_case, "case"), "concerns": (find_concern, "concern")}


@require_GET
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """What it is, why, until when, and how to appeal. One's own alone."""
    measure = Measure.objects.told_to(request.viewer).filter(public_id=public_id).first()
    hide_unless(measure is not None)
    return render(request, DETAIL, {"measure": measure})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, room: str, public_id: str) -> HttpResponse:
    """About whom a matter is: what is proposed, the words for them and the reason."""
    finder, route = FINDERS[room]
    matter = finder(request, public_id)
    hide_unless(can_propose(request.viewer, matter))
    form = ProposalForm(request.POST or None, has_space=bool(matter.scope))
    context = {"form": form, "matter": matter, "route": route, "person": User.objects.get(pk=matter.about_id)}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        take_measure(by=request.viewer, measure=proposed(matter, **form.cleaned_data))
    except MeasureSettled as problem:
        form.add_error("measure", str(problem))
        return refuse(request, NEW, context, status=409)
    return redirect(route, public_id)


def can_propose(viewer: Viewer, matter: Matter) -> bool:
    """Whoever moderates the network, about somebody they do not work with; from an appeal nothing follows."""
    about_id = matter.about_id
    may = can_open_space(viewer) and not matter.is_appeal
    return may and about_id is not None and not is_conflicted(viewer, about_id)


def proposed(matter: Matter, measure: str, words: str, reason: str) -> Measure:
    """What somebody else is to agree to."""
    kind, days = PROPOSALS[measure]
    facts = {"matter": matter.public_id, "scope": matter.scope if kind == MeasureKind.BAR else ""}
    return Measure(kind=kind, days=days, person_id=matter.about_id, words=words, reason=reason, **facts)
