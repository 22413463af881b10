"""What waits before others see it: the list for whoever runs the space, and the page of one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from forum.spaces.models import Space
from forum.spaces.rules import can_run_space
from forum.talk.actions.held import HeldSettled, decline_held, post_held, take_back_held
from forum.talk.forms import DeclineForm
from forum.talk.models import Held
from network.access.answers import refuse
from network.access.visible import Refused, find, hide_unless

PAGE = "forum/talk/held/detail.html"
PER_PAGE = 25
NOT_YOURS = "Somebody else decides about this."


@require_GET
def index(request: HttpRequest, public_id: str) -> HttpResponse:
    """What waits in a space, the oldest first. For everybody else there is no such page."""
    space = find(Space, request.viewer, public_id)
    hide_unless(can_run_space(request.viewer, space))
    waiting = Held.objects.waiting_for(request.viewer).filter(space=space).oldest_first()
    page = Paginator(waiting.select_related("author", "thread"), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "forum/talk/held/list.html", {"space": space, "page": page})


@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One of one's own, or one to decide about; its form declines it."""
    held = find_held(request, public_id)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if request.method == "GET" or not form.is_valid():
        return render(request, PAGE, shown(request, held, form), status=200 if request.method == "GET" else 422)
    try:
        decline_held(by=request.viewer, held=held, words=form.cleaned_data["words"])
    except (Refused, HeldSettled) as problem:
        form.add_error(None, str(problem) or NOT_YOURS)
        return refuse(request, PAGE, shown(request, held, form), status=409)
    return redirect("held_list", held.space.public_id)


@require_POST
def post(request: HttpRequest, public_id: str) -> HttpResponse:
    """Let others see it."""
    held = find_held(request, public_id)
    try:
        post_held(by=request.viewer, held=held)
    except (Refused, HeldSettled) as problem:
        context = shown(request, held, DeclineForm()) | {"problem": str(problem) or NOT_YOURS}
        return refuse(request, PAGE, context, status=409)
    return redirect("held_list", held.space.public_id)


@require_POST
def remove(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take one's own words back. What somebody has settled meanwhile shows what became of it."""
    held = find_held(request, public_id)
    hide_unless(held.author_id == request.viewer.person_id)
    try:
        take_back_held(by=request.viewer, held=held)
    except HeldSettled:
        return redirect("held", public_id)
    return redirect("thread", held.thread.public_id) if held.thread else redirect("space", held.space.public_id)


def find_held(request: HttpRequest, public_id: str) -> Held:
    """One's own, or one that waits for this viewer."""
    return find(Held.objects.select_related("author", "space", "thread"), request.viewer, public_id)


def shown(request: HttpRequest, held: Held, form: DeclineForm) -> dict:
    """What stands on the page of one."""
    return {"held": held, "form": form, "is_mine": held.author_id == request.viewer.person_id}
