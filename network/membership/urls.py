from django.urls import path

from network.membership.views import join, pledge, reply, welcome

urlpatterns = [
    path("join/", join.start, name="join"),
    path("join/reply/", reply.edit, name="join_reply"),
    path("join/<slug:way>/", join.way, name="join_way"),
    path("join/<slug:way>/check/", join.check, name="join_check"),
    path("join/<slug:way>/<slug:step>/", join.question, name="join_question"),
    path("m/you/pledge/", pledge.detail, name="pledge"),
    path("m/desk/welcome/", welcome.index, name="welcome_desk"),
    path("m/desk/welcome/<slug:way>/<slug:public_id>/", welcome.detail, name="welcome"),
]
