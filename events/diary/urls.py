from django.urls import path

from events.diary.views import event

urlpatterns = [
    path("events/<slug:public_id>.ics", event.public_calendar_file, name="event_ics"),
    path("m/e/<slug:public_id>/", event.detail, name="event"),
    path("m/e/<slug:public_id>/event.ics", event.calendar_file, name="member_event_ics"),
]
