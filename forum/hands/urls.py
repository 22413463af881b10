from django.urls import path

from forum.hands.views import poll, reaction

MESSAGE = "m/t/<slug:thread_id>/messages/<slug:public_id>"

urlpatterns = [
    path("m/t/<slug:public_id>/polls/new/", poll.new, name="poll_new"),
    path(f"{MESSAGE}/reactions/", reaction.change, {"is_on": True}, name="reactions"),
    path(f"{MESSAGE}/reactions/removal/", reaction.change, {"is_on": False}, name="reactions_removal"),
    path(f"{MESSAGE}/votes/", poll.vote, name="votes"),
]
