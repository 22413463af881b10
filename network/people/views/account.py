"""The account's own pages that are not allauth's."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET


@require_GET
@login_required
def waiting(request: HttpRequest) -> HttpResponse:
    """For people whose welcome is still to come."""
    if request.viewer.is_member or request.viewer.is_staff:  # type: ignore[attr-defined]
        return redirect("member_home")
    return render(request, "network/people/account/waiting.html")


@require_GET
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """How one signs in: address, password, passkeys, app, recovery codes, devices."""
    return render(request, "network/people/account/overview.html")


@require_GET
def to_join(request: HttpRequest) -> HttpResponse:
    """Accounts begin with the questions of joining."""
    return redirect("join")
