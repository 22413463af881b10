from django.urls import path

from forum.sealed.views import message, mute, opening, pen

# The addresses of the composer say nothing of names: a network at work keeps them.
urlpatterns = [
    path("m/t/<slug:public_id>/composer/", message.compose, name="unnamed"),
    path("m/t/<slug:public_id>/composer/sent/", message.sent, name="unnamed_sent"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/words/", message.edit, name="unnamed_edit"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/words/deletion/", message.delete, name="unnamed_deletion"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/mute/", mute.create, name="pen_mute"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/mute/removal/", mute.remove, name="pen_mute_removal"),
    path("m/you/words/", message.own, name="own_unnamed"),
    path("m/desk/pens/<slug:public_id>/", pen.detail, name="pen"),
    path("m/desk/pens/<slug:public_id>/pause/removal/", pen.lift, name="pen_pause_removal"),
    path("m/desk/pens/<slug:public_id>/opening/", opening.new, name="opening_new"),
    path("m/desk/openings/", opening.index, name="openings"),
    path("m/desk/openings/<slug:public_id>/", opening.detail, name="opening"),
    path("m/desk/openings/<slug:public_id>/removal/", opening.withdraw, name="opening_removal"),
    path("m/desk/openings/<slug:public_id>/look/", opening.look, name="opening_look"),
]
