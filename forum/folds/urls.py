from django.urls import path

from forum.folds.views import fold, mute

urlpatterns = [
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/fold/", fold.new, name="fold"),
    path("m/t/<slug:thread_id>/messages/<slug:public_id>/fold/removal/", fold.remove, name="fold_removal"),
    path("m/you/muted/", mute.index, name="muted"),
    path("m/you/muted/<slug:person_id>/lifting/", mute.lift, name="mute_lifting"),
]
