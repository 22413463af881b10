"""The page a browser shows by itself when there is no connection, and the small worker that keeps it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """Alike for everybody: nothing of a reader's is ever kept on the device."""
    return render(request, "offline.html")


@require_GET
@cache_control(no_cache=True)
def worker(request: HttpRequest) -> HttpResponse:
    """At the root, so that it answers for every page of the site."""
    return render(request, "offline_worker.js", content_type="text/javascript; charset=utf-8")
