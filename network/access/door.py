"""The members' door: everything that is not public lives behind `/m/`, and the door stands before routing."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.functional import SimpleLazyObject

from network.access.viewer import Viewer, viewer_of
from network.people.second_factor import has_shown_factor

BEHIND = "/m/"
# Pages of one's own account are as private as the members' area, though anybody may ask for the sign-in page.
PRIVATE = (BEHIND, "/accounts/", "/join/", "/cms/")

Answer = Callable[[HttpRequest], HttpResponse]


def door(get_response: Answer) -> Answer:
    """Middleware. Gives every request its viewer, and turns away from /m/ whoever has no membership and no office.

    The answer to an outsider is the same for every path, existing or not; so is that to somebody awaiting welcome.
    """

    def stand(request: HttpRequest) -> HttpResponse:
        request.viewer = SimpleLazyObject(lambda: eyes(request))  # type: ignore[attr-defined]
        if is_behind(request.path):
            return keep_private(turn_away(request) or get_response(request))
        response = get_response(request)
        return keep_private(response) if request.path.startswith(PRIVATE) else response

    return stand


def eyes(request: HttpRequest) -> Viewer:
    """The one who asks. An office counts only in a session in which its second factor was shown."""
    viewer = viewer_of(request.user)
    return viewer.without_offices() if viewer.is_staff and not has_shown_factor(request) else viewer


def is_behind(path: str) -> bool:
    """Whether a path is the members'. `/m` without its slash is, so that it cannot answer differently."""
    return path.startswith(BEHIND) or path == BEHIND.rstrip("/")


def turn_away(request: HttpRequest) -> HttpResponse | None:
    """The redirect for those the door does not open to, or None."""
    viewer = request.viewer  # type: ignore[attr-defined]
    if viewer.is_member or viewer.is_staff or viewer.offices_waiting:
        return None
    if viewer.person_id is None:
        sign_in = resolve_url(settings.LOGIN_URL)
        return HttpResponseRedirect(f"{sign_in}?{urlencode({'next': request.get_full_path()})}")
    return HttpResponseRedirect(resolve_url("waiting"))


def keep_private(response: HttpResponse) -> HttpResponse:
    """No copy on the way or in the browser, no address handed on, and never one person's page for another's."""
    response["Cache-Control"] = "no-store, private"
    response["Vary"] = "Cookie"
    response["Referrer-Policy"] = "same-origin"
    for header in ("ETag", "Last-Modified"):
        response.headers.pop(header, None)
    return response
