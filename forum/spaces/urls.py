from django.urls import path

from forum.spaces.views import space, steward

urlpatterns = [
    path("m/s/<slug:public_id>/settings/", space.settings, name="space_settings"),
    path("m/s/<slug:public_id>/stewards/", steward.index, name="stewards"),
    path("m/s/<slug:public_id>/stewards/<slug:person_id>/removal/", steward.remove, name="steward_removal"),
]
