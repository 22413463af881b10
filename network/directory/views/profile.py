"""Finding people, reading a profile, and one's own."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from network.access.visible import find, hide_unless
from network.directory.actions.profile import change_profile, ensure_profile
from network.directory.forms import DirectoryForm, ProfileForm
from network.directory.models import Profile
from network.directory.preview import PREVIEWS, preview_viewer
from network.directory.seen import search_directory, seen_fields

PER_PAGE = 20
log = logging.getLogger("bali.directory")


def slow_down(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """No bulk reading: beyond the limit a 429, and a line in the log for whoever watches."""

    @wraps(view)
    def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if ratelimit.consume(request, app="allauth.account", action="read_profiles", limit_get=True):
            return view(request, *args, **kwargs)
        log.warning("profiles_read_in_bulk", extra={"person_id": request.viewer.person_id})
        response = render(request, "429.html", status=429)
        response["Retry-After"] = "60"
        return response

    return limited


@require_http_methods(["GET", "POST"])
@slow_down
def index(request: HttpRequest) -> HttpResponse:
    """The directory. Words and filters come by POST and stand in no address."""
    hide_unless(request.viewer.is_member)
    form = DirectoryForm(request.POST or None)
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
    number = wanted.pop("page", None) or 1
    page = Paginator(search_directory(request.viewer, **wanted), PER_PAGE).get_page(number)
    status = 422 if form.is_bound and not form.is_valid() else 200
    context = {"form": form, "page": page, "is_filtered": any(wanted.values())}
    return render(request, "network/directory/profile/list.html", context, status=status)


@require_GET
@slow_down
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    """One member, as far as they share with this viewer."""
    profiles = Profile.objects.select_related("person").as_seen_by(request.viewer)
    profile = find(profiles, request.viewer, public_id)
    is_mine = profile.person_id == request.viewer.person_id
    context = {"profile": profile, "fields": seen_fields(profile), "is_mine": is_mine}
    return render(request, "network/directory/profile/detail.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """One's own profile, an audience beside each field."""
    hide_unless(request.viewer.is_member)
    profile = ensure_profile(person=request.user)
    form = ProfileForm(request.POST or None, instance=profile)
    if request.method == "POST" and form.is_valid():
        change_profile(by=request.viewer, profile=profile, changes=form.cleaned_data)
        return redirect("profile", profile.public_id)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "profile": profile, "previews": PREVIEWS}
    return render(request, "network/directory/profile/edit.html", context, status=status)


@require_GET
def preview(request: HttpRequest, who: str) -> HttpResponse:
    """One's profile as an ally or an alumna would see it, or the plain word that they would not."""
    hide_unless(request.viewer.is_member and who in PREVIEWS)
    eyes = preview_viewer(who)
    mine = Profile.objects.select_related("person").as_seen_by(eyes).visible_to(eyes)
    profile = mine.filter(person=request.user).first()
    context = {"profile": profile, "fields": seen_fields(profile) if profile else [], "who": PREVIEWS[who]}
    return render(request, "network/directory/profile/preview.html", context)
