from django.urls import path

from network.people.views import account

urlpatterns = [
    path("", account.overview, name="account"),
    path("waiting/", account.waiting, name="waiting"),
    path("signup/", account.to_join, name="to_join"),
]
