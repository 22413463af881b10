from django.urls import path

from forum.talk.views import bookmark, changes, draft, edit, following, invitation, message, move, space, thread

urlpatterns = [
    path("m/discussions/", space.index, name="discussions"),
    path("m/saved/", bookmark.index, name="saved"),
    path("m/s/<slug:public_id>/", space.detail, name="space"),
    path("m/s/<slug:public_id>/threads/new/", thread.new, name="thread_new"),
    path("m/s/<slug:public_id>/changes/", changes.index, name="changes"),
    path("m/t/<slug:public_id>/", thread.detail, name="thread"),
    path("m/t/<slug:public_id>/messages/", message.create, name="messages"),
    path("m/t/<slug:public_id>/draft/", draft.keep, name="draft"),
    path("m/t/<slug:public_id>/reading/", thread.read, name="reading"),
    path("m/t/<slug:public_id>/following/", following.change, name="following"),
    path("m/t/<slug:public_id>/move/", move.new, name="thread_move"),
    path("m/t/<slug:public_id>/closing/", thread.close, name="thread_closing"),
    path("m/t/<slug:public_id>/invitation/", invitation.change, {"is_open": True}, name="invitation"),
    path("m/t/<slug:public_id>/invitation/removal/", invitation.change, {"is_open": False}, name="invitation_removal"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/", message.detail, name="message"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/edit/", message.edit, name="message_edit"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/history/", edit.history, name="message_history"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/bookmark/", bookmark.save, name="bookmark"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/bookmark/removal/", bookmark.remove, name="bookmark_removal"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/deletion/", message.delete, name="message_deletion"),
]
