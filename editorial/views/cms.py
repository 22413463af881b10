"""The CMS has no sign-in, no account page and no list of people of its own."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def sign_in(request: HttpRequest) -> HttpResponse:
    """Through the one door, and back."""
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return redirect(
        f"{reverse('account_login')}?{urlencode({'next': wanted if safe else reverse('wagtailadmin_home')})}"
    )


def own_account(request: HttpRequest) -> HttpResponse:
    """One's account is looked after where everybody's is."""
    return redirect("account")


def closed(request: HttpRequest) -> HttpResponse:
    """People and their rights are not kept in the CMS: groups follow from dated roles."""
    raise Http404
