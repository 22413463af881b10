from django.urls import path

from forum.covers.views import cover

urlpatterns = [path("m/you/hidden/", cover.index, name="covers")]
