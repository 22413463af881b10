from django.urls import path

from network.search.views import search

urlpatterns = [
    path("search/", search.public, name="search"),
    path("m/search/", search.members, name="members_search"),
]
