"""A second factor is compulsory for whoever has an office: their desks and the CMS open to nothing less."""

from collections.abc import Callable

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from network.people.models import STAFF_KINDS
from network.people.rules import kinds_held

GUARDED = ("/m/desk/", "/cms/")


def second_factor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware. Staff without a factor are led to set one up; with one, it must have been used for this sign-in."""

    def guard(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(GUARDED) and needs_factor(request):
            has_one = Authenticator.objects.filter(user=request.user).exists()
            return redirect("mfa_reauthenticate" if has_one else "mfa_activate_totp")
        return get_response(request)

    return guard


def needs_factor(request: HttpRequest) -> bool:
    """Whether this person holds an office (or the keys of the installation) and has not shown a second factor."""
    user = request.user
    if not user.is_authenticated or not (user.is_superuser or kinds_held(user) & STAFF_KINDS):
        return False
    return not any(record.get("method") == "mfa" for record in get_authentication_records(request, user))
