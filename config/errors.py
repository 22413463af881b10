"""The calm pages: what happened, and what to do."""

import logging
from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

log = logging.getLogger("bali.errors")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Something in the request could not be read."""
    return HttpResponse(get_template("400.html").render(), status=400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A right that is missing, where the thing's existence is no secret."""
    return render(request, "403.html", {"words": str(exception or "")}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same page for what is hidden and what never was: nothing of the request stands on it."""
    return render(request, "404.html", {"current_path": "/", "current_branch": ""}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """No database, no context: a reference that stands in the log too."""
    reference = token_hex(4)
    log.error("page_failed", extra={"reference": reference})
    return HttpResponse(get_template("500.html").render({"reference": reference}), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that is too old, or was not ours."""
    return render(request, "403_csrf.html", status=403)
