"""How views answer a form: again with its errors, with a fragment for a live element, or by a redirect."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render


def wants_fragment(request: HttpRequest) -> bool:
    """Whether an element in the page asks, and places the answer itself."""
    return request.headers.get("X-Fragment") == "1"


def refuse(request: HttpRequest, template: str, context: dict[str, Any], status: int = 422) -> HttpResponse:
    """The same form again, with what was typed and what to do about it. 409 where somebody got there first."""
    return render(request, template, context, status=status)


def answer(request: HttpRequest, template: str, context: dict[str, Any], *, otherwise: Any) -> HttpResponse:
    """The fragment for an element; for a plain browser a redirect to `otherwise`, so that a reload posts nothing."""
    if wants_fragment(request):
        return render(request, template, context)
    return redirect(otherwise)
