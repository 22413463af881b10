from django.urls import path

from network.directory.views import home, profile, shield

urlpatterns = [
    path("m/", home.index, name="member_home"),
    path("m/you/", home.you, name="you"),
    path("m/you/profile/", profile.edit, name="profile_edit"),
    path("m/you/profile/as/<slug:who>/", profile.preview, name="profile_preview"),
    path("m/you/shield/", shield.index, name="shields"),
    path("m/you/shield/<int:shield_id>/lowering/", shield.lower, name="shield_lowering"),
    path("m/people/", profile.index, name="directory"),
    path("m/p/<slug:public_id>/", profile.detail, name="profile"),
]
