"""Two doors to one box: public pages by GET, members' matters by POST, so that no word stands in an address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from network.access.visible import hide_unless
from network.search.finding import find_everything
from network.search.forms import SearchForm


@require_GET
def public(request: HttpRequest) -> HttpResponse:
    """What everybody may find; alike for everybody, signed in or not."""
    return answer(request, SearchForm(request.GET), "network/search/search/public.html", public_only=True)


@require_http_methods(["GET", "POST"])
def members(request: HttpRequest) -> HttpResponse:
    """What this member may find."""
    hide_unless(request.viewer.is_member)
    return answer(request, SearchForm(request.POST), "network/search/search/members.html", public_only=False)


def answer(request: HttpRequest, form: SearchForm, template: str, *, public_only: bool) -> HttpResponse:
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = find_everything(request.viewer, words, public_only=public_only)
    many = sum(len(kind.things) for kind in found)
    context = {"form": form, "words": words, "found": found, "many": many}
    return render(request, template, context, status=200 if form.is_valid() else 422)
