from django.urls import path

from network.people.views import account, sign_in

# These stand before the library's addresses and so take the place of three of them.
urlpatterns = [
    path("", account.overview, name="account"),
    path("login/", sign_in.sign_in, name="sign_in"),
    path("logout/", account.sign_out, name="sign_out"),
    path("signup/", account.to_join, name="to_join"),
    path("waiting/", account.waiting, name="waiting"),
]
