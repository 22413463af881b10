"""Stands before Wagtail's own addresses and closes those that would be a second door or a list of people."""

from allauth.account.views import logout
from django.urls import path, re_path

from editorial.views import cms

urlpatterns = [
    path("login/", cms.sign_in, name="cms_sign_in"),
    path("logout/", logout, name="cms_sign_out"),
    re_path(r"^account/", cms.own_account, name="cms_account"),
    # Audiences are the one mechanism; Wagtail's privacy settings, shared passwords among them, are not offered.
    re_path(r"^(?:pages|collections)/\d+/privacy/$", cms.closed, name="cms_privacy"),
    re_path(r"^(?:users|groups|password_reset|reports/site-history)(?:/|$)", cms.closed, name="cms_closed"),
]
