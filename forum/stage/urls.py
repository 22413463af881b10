from django.urls import path

from forum.stage.views import halt, host, question, sitting

THREAD = "m/t/<slug:public_id>"
HOST = f"{THREAD}/host"
QUESTION = "m/t/<slug:thread_id>/questions/<slug:public_id>"

urlpatterns = [
    path(f"{THREAD}/session/", sitting.detail, name="sitting"),
    path(f"{THREAD}/questions/", question.create, name="questions"),
    path(f"{QUESTION}/vote/", question.vote, {"is_on": True}, name="upvote"),
    path(f"{QUESTION}/vote/removal/", question.vote, {"is_on": False}, name="upvote_removal"),
    path(f"{QUESTION}/answer/", question.mark, {"is_on": True}, name="answered"),
    path(f"{QUESTION}/answer/removal/", question.mark, {"is_on": False}, name="answered_removal"),
    path(f"{HOST}/", host.detail, name="stage_host"),
    path(f"{HOST}/preset/", host.preset, name="stage_preset"),
    path(f"{HOST}/waiting/<slug:held_id>/posting/", host.posting, name="stage_posting"),
    path(f"{HOST}/question/", host.pin, name="stage_pin"),
    path(f"{HOST}/recording/", host.recording, name="stage_recording"),
    path(f"{HOST}/stop/", halt.stop, name="stage_stop"),
    path(f"{HOST}/resuming/", halt.resume, name="stage_resuming"),
    path(f"{HOST}/restoration/", halt.restoration, name="stage_restoration"),
    path(f"{HOST}/care/", halt.care, name="stage_care"),
    path(f"{HOST}/readmission/<slug:person_id>/", halt.readmission, name="stage_readmission"),
]
