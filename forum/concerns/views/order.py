"""Orders to look at somebody's next messages first: given about whom a matter is, listed, and lifted."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.concerns.forms import HOLDS, HoldForm
from forum.concerns.models import Matter, matter_seen
from forum.concerns.rules import can_order_hold
from forum.spaces.actions.hold_order import hold_next_posts, lift_hold_order
from forum.spaces.models import HoldOrder
from forum.spaces.rules import can_open_space
from network.access.viewer import Viewer
from network.access.visible import hide_unless
from network.people.models import User

NEW = "forum/concerns/order/new.html"
MOST_LISTED = 200


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, public_id: str) -> HttpResponse:
    """How many of them, and why."""
    matter = find_matter(request.viewer, public_id)
    hide_unless(can_order_hold(request.viewer, matter))
    form, person = HoldForm(request.POST or None), User.objects.get(pk=matter.about_id)
    if request.method == "GET" or not form.is_valid():
        context = {"form": form, "matter": matter, "person": person}
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    posts, days = HOLDS[form.cleaned_data["how_long"]]
    facts = {"posts": posts, "span": timedelta(days=days) if days else None, "reason": form.cleaned_data["reason"]}
    hold_next_posts(by=request.viewer, person=person, **facts)
    return redirect(matter.NOUN, matter.public_id)


def find_matter(viewer: Viewer, public_id: str) -> Matter:
    """Whatever kind it is of, through sight. Raises Http404."""
    matter = matter_seen(viewer, public_id)
    if matter is None:
        raise Http404
    return matter


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Those that run."""
    hide_unless(can_open_space(request.viewer))
    orders = HoldOrder.objects.known_to(request.viewer).running().select_related("person").order_by("-begun_at", "-pk")
    return render(request, "forum/concerns/order/list.html", {"orders": orders[:MOST_LISTED]})


@require_POST
def lift(request: HttpRequest, order_id: int) -> HttpResponse:
    """End one early."""
    hide_unless(can_open_space(request.viewer))
    order = get_object_or_404(HoldOrder.objects.known_to(request.viewer), pk=order_id)
    lift_hold_order(by=request.viewer, order=order)
    return redirect("hold_orders")
