"""Every address of the site, in one list. Rooms keep their own; Wagtail answers whatever is left."""

from django.urls import include, path, re_path
from wagtail import views as wagtail_views
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern

from config import errors, health, offline, theme

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("theme/", theme.choose, name="theme"),
    path("offline/", offline.page, name="offline"),
    path("offline-worker.js", offline.worker, name="offline_worker"),
    path("accounts/", include("network.people.urls")),
    path("accounts/", include("allauth.urls")),
    path("cms/", include("editorial.cms_urls")),
    path("cms/", include(wagtailadmin_urls)),
    path("", include("network.notices.urls")),
    path("", include("network.search.urls")),
    path("", include("network.membership.urls")),
    path("", include("network.directory.urls")),
    path("", include("forum.spaces.urls")),
    path("", include("forum.files.urls")),
    path("", include("forum.talk.urls")),
    path("", include("forum.hands.urls")),
    path("", include("forum.direct.urls")),
    path("", include("forum.sealed.urls")),
    path("", include("forum.folds.urls")),
    path("", include("forum.covers.urls")),
    path("", include("forum.live.urls")),
    path("", include("forum.concerns.urls")),
    path("", include("forum.extracts.urls")),
    path("", include("forum.desk.urls")),
    path("", include("forum.casebook.urls")),
    path("", include("forum.oversight.urls")),
    path("", include("forum.stage.urls")),
    path("", include("events.booking.urls")),
    path("", include("events.diary.urls")),
    path("", include("network.programme.urls")),
    path("", include("editorial.urls")),
    # Not all of wagtail.urls: it brings a sign-in of its own, without limits, code or second factor.
    re_path(serve_pattern, wagtail_views.serve, name="wagtail_serve"),
]

handler400 = errors.bad_request
handler403 = errors.refused
handler404 = errors.not_found
handler500 = errors.server_error
