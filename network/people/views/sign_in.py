"""The one door: a passkey, a code by mail or a password."""

from allauth.account.adapter import get_adapter
from allauth.account.views import login as sign_in_with_password
from allauth.account.views import request_login_code
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from network.people.forms import PasswordForm, StartForm


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """First who and how; then the library takes over. Known and unknown addresses are led alike."""
    if request.user.is_authenticated:
        return redirect(next_of(request) or settings.LOGIN_REDIRECT_URL)
    if "password" in request.POST:
        return sign_in_with_password(request)
    form = StartForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"form": form, "next": next_of(request)}
        return render(request, "network/people/sign_in/start.html", context, status=422 if form.errors else 200)
    if form.cleaned_data["way"] == "code":
        return request_login_code(request)
    password = PasswordForm(initial={"login": form.cleaned_data["email"]}, request=request)
    return render(request, "account/login.html", {"form": password, "next": next_of(request)})


def next_of(request: HttpRequest) -> str:
    """Where the person was going, or nothing when that is not a place of ours (A22)."""
    wanted = request.POST.get(REDIRECT_FIELD_NAME, request.GET.get(REDIRECT_FIELD_NAME, ""))
    return wanted if get_adapter().is_safe_url(wanted) else ""
