"""Headers for every answer, and the CMS's own policy."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from django.http import HttpRequest, HttpResponse

# What is no page needs nothing: files, health.
BARE_POLICY = "default-src 'none'; frame-ancestors 'none'"
UNLISTED = ("/m/", "/accounts/", "/join/", "/cms/")
# Wagtail's editor still carries inline scripts and styles (decision 5). Nothing of a member's is shown there.
CMS_POLICY = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: same-origin alone, no answer without a policy, nothing of the members' in an index."""

    def add(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("Content-Security-Policy", BARE_POLICY)
        # With its slash, so that /m answers as /m/ does.
        if f"{request.path}/".startswith(UNLISTED):
            response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return add


def cms_policy(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware inside the policy's own: marks answers under /cms/."""

    def mark(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith("/cms/"):
            response._csp_replace = CMS_POLICY  # type: ignore[attr-defined]
            response["X-Frame-Options"] = "SAMEORIGIN"
        return response

    return mark
