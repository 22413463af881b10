"""Compression for what everybody may read. Members' pages go plain: a compressed secret beside chosen text leaks."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

PLAIN = ("/m/", "/accounts/", "/join/", "/cms/")


def compression(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware."""
    squeeze = GZipMiddleware(get_response)

    def answer(request: HttpRequest) -> HttpResponse:
        return get_response(request) if request.path.startswith(PLAIN) else squeeze(request)

    return answer
