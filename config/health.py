"""Is it alive, is it ready: one word each, no data, no versions."""

import logging
from collections.abc import Callable

from django.core.cache import cache
from django.db import Error as DatabaseError
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

log = logging.getLogger("bali.health")


def probes(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware. Answers before anything looks at the host: a balancer asks by number, not by our name."""

    def stand(request: HttpRequest) -> HttpResponse:
        view = {"/healthz": healthz, "/readyz": readyz}.get(request.path)
        return view(request) if view else get_response(request)

    return stand


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers. Asks nothing of anything else, so that a lost database does not get processes killed."""
    return _word("ok", 200)


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Database and cache answer, so requests may be sent here."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        getattr(cache, "probe", lambda: None)()
    except (DatabaseError, OSError) as error:
        log.warning("not_ready", extra={"kind": type(error).__name__})
        return _word("not ready", 503)
    return _word("ready", 200)


def _word(word: str, status: int) -> HttpResponse:
    return HttpResponse(word, status=status, content_type="text/plain", headers={"Cache-Control": "no-store"})
