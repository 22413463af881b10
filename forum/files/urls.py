from django.urls import path

from forum.files.views import upload

urlpatterns = [
    path("m/uploads/<slug:public_id>/", upload.small, name="upload"),
]
