"""What of the CMS is closed: one door for signing in, and no list of people."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, re_path


def to_the_door(request: HttpRequest, **rest: str) -> HttpResponse:
    """Signing in, passwords and accounts are the site's own business."""
    return redirect("account_login" if not request.user.is_authenticated else "account")


def closed(request: HttpRequest, **rest: str) -> HttpResponse:
    """Members are not the CMS's business: its lists of users and groups do not exist here."""
    raise Http404


urlpatterns = [
    path("login/", to_the_door, name="cms_login"),
    re_path(r"^password_reset/(?P<rest>.*)$", to_the_door, name="cms_password"),
    path("account/", to_the_door, name="cms_account"),
    re_path(r"^users/(?P<rest>.*)$", closed, name="cms_users"),
    re_path(r"^groups/(?P<rest>.*)$", closed, name="cms_groups"),
]
