"""A second factor is compulsory for whoever has an office: their desks and the CMS open to nothing less.

Elsewhere the office does not count before it was shown: see `network/access/door.py`.
"""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from network.people.models import Role, User

GUARDED = ("/m/desk/", "/cms/")


def second_factor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware. Staff without a factor are led to set one up; with one, it must have been used for this sign-in."""

    def guard(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(GUARDED) and needs_factor(request):
            types = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
            has_one = Authenticator.objects.filter(user=request.user, type__in=types).exists()
            if not has_one:
                return redirect("mfa_activate_totp")
            back = request.get_full_path() if request.method == "GET" else request.path
            return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': back})}")
        return get_response(request)

    return guard


def must_have_factor(user: User | AnonymousUser) -> bool:
    """Whether this person holds an office, be it in one space alone, or the keys of the installation."""
    if not user.is_authenticated:
        return False
    return bool(user.is_superuser) or Role.objects.filter(person=user).current().of_staff().exists()


def needs_factor(request: HttpRequest) -> bool:
    """Whether this person must show a second factor and has not yet, in this session."""
    return must_have_factor(request.user) and not has_shown_factor(request)


def has_shown_factor(request: HttpRequest) -> bool:
    """Whether this session's sign-in included a second factor."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))
