"""The account's own pages that are not allauth's."""

from allauth.account.views import logout
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from network.people.second_factor import must_have_factor


@require_GET
@login_required
def waiting(request: HttpRequest) -> HttpResponse:
    """For people whose welcome is still to come."""
    if request.viewer.is_member or request.viewer.is_staff:  # type: ignore[attr-defined]
        return redirect("/m/")
    return render(request, "network/people/account/waiting.html")


@require_GET
@login_required
def overview(request: HttpRequest) -> HttpResponse:
    """How one signs in: address, password, passkeys, app, recovery codes, devices."""
    kinds = list(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    context = {
        "passkeys": kinds.count(Authenticator.Type.WEBAUTHN),
        "has_app": Authenticator.Type.TOTP in kinds,
        "has_codes": Authenticator.Type.RECOVERY_CODES in kinds,
        "sessions": len(UserSession.objects.purge_and_list(request.user)),
        "factor_is_compulsory": must_have_factor(request.user),
    }
    return render(request, "network/people/account/overview.html", context)


@require_GET
def to_join(request: HttpRequest) -> HttpResponse:
    """Accounts begin with the questions of joining."""
    return redirect("join")


def sign_out(request: HttpRequest) -> HttpResponse:
    """As the library does it; the browser is told to forget drafts and unsent words kept on the device."""
    response = logout(request)
    if request.method == "POST":
        response["Clear-Site-Data"] = '"cache", "storage"'
    return response
