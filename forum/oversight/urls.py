from django.urls import path

from forum.oversight.views import home, log, moderator, record

urlpatterns = [
    path("m/desk/oversight/", home.index, name="oversight"),
    path("m/desk/moderators/", moderator.index, name="moderators"),
    path("m/desk/moderators/<slug:person_id>/<slug:space_id>/ending/", moderator.ending, name="moderator_ending"),
    path("m/desk/load/", record.load, name="load"),
    path("m/desk/record/", record.export, name="record"),
    path("m/desk/numbers/", record.numbers, name="numbers"),
    path("m/desk/log/", log.index, name="staff_log"),
]
