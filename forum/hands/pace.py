"""No faster than anybody answers by hand."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def by_hand(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Beyond the limit a 429: each hand raised is drawn anew for everybody who has the page open."""

    @wraps(view)
    def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if ratelimit.consume(request, app="allauth.account", action="raise_hand"):
            return view(request, *args, **kwargs)
        response = render(request, "429.html", status=429)
        response["Retry-After"] = "60"
        return response

    return limited
