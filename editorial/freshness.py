"""Public pages are rendered once and sent until something on them changes.

What an anonymous reader gets depends on three things: the content's version, the furniture that the clock moves (the
next event, the day), and the theme in their cookie. One tag names all three. The same tag: 304, or the
page as it was rendered before. Anything else is rendered, and nothing of a signed-in reader is ever kept.
"""

from collections.abc import Callable
from hashlib import blake2b

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers

from editorial.models import ContentVersion
from network.access.door import PRIVATE

KEEP_FOR = 300
THEME = "theme"
KNOWN_QUESTIONS = {"page", "topic"}
# Their answers are no pages: each has its own rule of keeping, or none.
ELSEWHERE = (*PRIVATE, "/search/", "/events/", "/media/", "/documents/", "/static/", "/healthz", "/readyz")

Answer = Callable[[HttpRequest], HttpResponse]


def fresh(get_response: Answer) -> Answer:
    """Middleware, the innermost."""

    def keep(request: HttpRequest) -> HttpResponse:
        if not is_shared(request):
            return private(request, get_response(request))
        tag = tag_of(request)
        body = caches["pages"].get(f"page:{tag}")
        response = HttpResponse(body) if body is not None else get_response(request)
        if body is None and is_keepable(request, response):
            caches["pages"].set(f"page:{tag}", response.content, KEEP_FOR)
        elif body is None:
            return response
        response["ETag"], response["Cache-Control"] = f'"{tag}"', "no-cache"
        patch_vary_headers(response, ["Cookie"])
        return get_conditional_response(request, etag=response["ETag"], response=response)

    return keep


def is_shared(request: HttpRequest) -> bool:
    """Whether this reader sees what every anonymous reader sees."""
    return (
        request.method in ("GET", "HEAD")
        and not request.path.startswith(ELSEWHERE)
        and not {settings.SESSION_COOKIE_NAME, "messages"} & set(request.COOKIES)
        and set(request.GET) <= KNOWN_QUESTIONS
        and not getattr(request, "is_preview", False)
    )


def tag_of(request: HttpRequest) -> str:
    """Names the answer: the same tag, the same page. One query, and a second when an event's turn has ended."""
    version = ContentVersion.objects.number_now()
    parts = (
        str(version),
        timezone.localdate().isoformat(),
        render_to_string("editorial/_furniture.html", {"version": version}),
        request.COOKIES.get(THEME, "")[:10],
        request.get_host(),
        request.get_full_path(),
    )
    return blake2b("\n".join(parts).encode(), digest_size=16, key=settings.SECRET_KEY.encode()[:64]).hexdigest()


def is_keepable(request: HttpRequest, response: HttpResponse) -> bool:
    """Whole pages alone, with nothing in them that was made for one reader: no form token, no nonce, no cookie."""
    return (
        response.status_code == 200
        and not response.streaming
        and response.get("Content-Type", "").startswith("text/html")
        and not response.cookies
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        and not getattr(request, "_csp_nonce", None)
        and getattr(response, "may_be_kept", False)
    )


def private(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A signed-in reader's page is theirs alone."""
    if settings.SESSION_COOKIE_NAME in request.COOKIES and not response.has_header("Cache-Control"):
        response["Cache-Control"] = "private, no-store"
        patch_vary_headers(response, ["Cookie"])
    return response
