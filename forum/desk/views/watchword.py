"""The words and sites that hold a message: the list, one more, one less."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from forum.desk.forms import WatchForm
from forum.spaces.actions.watchword import WatchListFull, unwatch_word, watch_word
from forum.spaces.models import Watchword
from forum.spaces.rules import can_keep_watchwords
from network.access.answers import refuse
from network.access.visible import hide_unless

LIST = "forum/desk/watchword/list.html"


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """What is watched for, and a form for one more."""
    hide_unless(can_keep_watchwords(request.viewer))
    form = WatchForm(request.POST or None, initial={"kind": "word"})
    context = {"form": form, "watched": Watchword.objects.visible_to(request.viewer).order_by("kind", "text")}
    if request.method == "GET" or not form.is_valid():
        return render(request, LIST, context, status=200 if request.method == "GET" else 422)
    try:
        watch_word(by=request.viewer, **form.cleaned_data)
    except (WatchListFull, ValueError) as problem:
        form.add_error("text", str(problem) if isinstance(problem, WatchListFull) else "Give a word that can be seen")
        return refuse(request, LIST, context, status=409 if isinstance(problem, WatchListFull) else 422)
    return redirect("watchwords")


@require_POST
def remove(request: HttpRequest, word_id: int) -> HttpResponse:
    """Take one off the list."""
    hide_unless(can_keep_watchwords(request.viewer))
    word = get_object_or_404(Watchword.objects.visible_to(request.viewer), pk=word_id)
    unwatch_word(by=request.viewer, word=word)
    return redirect("watchwords")
