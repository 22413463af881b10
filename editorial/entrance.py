"""The way into the CMS: who has lost an office a second ago has lost the CMS a second ago."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from editorial.actions.groups import follow_roles
from editorial.rules import can_enter_cms

CMS = "/cms/"
OPEN = (f"{CMS}login/", f"{CMS}logout/")


def entrance(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware. Without an office one is refused; with one, the groups are made to fit the roles."""

    def enter(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(CMS) and not request.path.startswith(OPEN) and request.user.is_authenticated:
            if not can_enter_cms(request.viewer) and not request.user.is_superuser:
                raise PermissionDenied
            follow_roles(person=request.user)
        return get_response(request)

    return enter
