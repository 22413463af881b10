from django.urls import path

from forum.spaces.views import space

urlpatterns = [path("m/s/<slug:public_id>/settings/", space.settings, name="space_settings")]
