"""The way into the CMS: who has lost an office a second ago has lost the CMS a second ago.

And the way to a page of it: what the CMS may not show to somebody answers like what never was.
"""

import re
from collections.abc import Callable
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.permissions import page_permission_policy

from editorial.actions.groups import follow_roles
from editorial.cms_sight import is_any_hidden, tends_all
from editorial.rules import can_enter_cms

CMS = "/cms/"
OPEN = (f"{CMS}login/", f"{CMS}logout/")
# The first number in these addresses is a page's; the others name pages in their query.
OF_ONE_PAGE = re.compile(r"/cms/(?:pages|choose-page|api/main/pages)/(?:.*?/)?(\d{1,18})/")
OF_SEVERAL = re.compile(r"/cms/(?:choose-page/chosen-multiple|bulk/(?!wagtailimages/|wagtaildocs/))")
# Lists of every page that no hook narrows.
OF_ALL = re.compile(r"/cms/(?:reports|pages/usage)/")
SEARCH = re.compile(r"/cms/pages/search/(?:results/)?$")


def entrance(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware. Without an office one is refused; with one, the groups are made to fit the roles."""

    def enter(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(CMS) and not request.path.startswith(OPEN) and request.user.is_authenticated:
            if not can_enter_cms(request.viewer) and not request.user.is_superuser:
                raise PermissionDenied
            follow_roles(person=request.user)
            if elsewhere := keep_to_shown(request):
                return elsewhere
        return get_response(request)

    return enter


def keep_to_shown(request: HttpRequest) -> HttpResponse | None:
    """Raises Http404 for an address that would show a hidden page. Search leads to the explorer's, which sees less."""
    path = request.path
    if not (OF_ONE_PAGE.match(path) or OF_SEVERAL.match(path) or OF_ALL.match(path) or SEARCH.match(path)):
        return None
    if tends_all(request.user):
        return None
    if SEARCH.match(path):
        words = urlencode({"q": request.GET.get("q", ""), "search_all": 1})
        return redirect(f"{reverse('wagtailadmin_explore', args=[_root_of(request)])}?{words}")
    if OF_ALL.match(path) or is_any_hidden(request.viewer, request.user, _pages_named(request)):
        raise Http404
    return None


def _root_of(request: HttpRequest) -> int:
    root = page_permission_policy.explorable_root_instance(request.user)
    if root is None:
        raise Http404
    return root.pk


def _pages_named(request: HttpRequest) -> list[int]:
    """The numbers of the pages that an address is about. Raises Http404 for all pages at once."""
    if one := OF_ONE_PAGE.match(request.path):
        return [int(one[1])]
    named = request.GET.getlist("id")
    if not all(number.isdecimal() and len(number) < 19 for number in named):
        raise Http404
    return [int(number) for number in named]
