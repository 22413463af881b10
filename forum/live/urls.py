from django.urls import path

from forum.live import views

urlpatterns = [
    path("m/live/socket/<str:public_id>/", views.socket, name="live_socket"),
    path("m/live/stream/<str:public_id>/", views.events, name="live_stream"),
    path("m/live/poll/<str:public_id>/", views.poll, name="live_poll"),
]
