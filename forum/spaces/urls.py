from django.urls import path

from forum.spaces.views import mail, space, steward

urlpatterns = [
    path("m/discussions/new/", space.new, name="space_new"),
    path("m/you/spaces/", mail.edit, name="space_mail"),
    path("m/s/<slug:public_id>/name/", space.name, name="space_name"),
    path("m/s/<slug:public_id>/settings/", space.settings, name="space_settings"),
    path("m/s/<slug:public_id>/stewards/", steward.index, name="stewards"),
    path("m/s/<slug:public_id>/stewards/<slug:person_id>/removal/", steward.remove, name="steward_removal"),
]
