from django.urls import path

from events.booking.views import attendee, registration, talk

urlpatterns = [
    path("m/events/", registration.index, name="my_events"),
    path("m/e/<slug:public_id>/registration/", registration.create, name="registration"),
    path("m/e/<slug:public_id>/registration/cancellation/", registration.cancellation, name="cancellation"),
    path("m/e/<slug:public_id>/registration/offer/", registration.offer, name="offer"),
    path("m/e/<slug:public_id>/join/", registration.join, name="join_event"),
    path("m/desk/events/", attendee.events, name="desk_events"),
    path("m/desk/events/<slug:public_id>/", attendee.index, name="attendees"),
    path("m/desk/events/<slug:public_id>/talk/", talk.edit, name="event_talk"),
    path("m/desk/events/<slug:public_id>/attendees.csv", attendee.table, name="attendees_csv"),
]
