"""The cast: the same people in tests, demo and docs. A failing test then reads like a story.

    outsider  nobody we know             Maya  ally, Ada's manager at the same authority
    Eve       signed up, waiting         Dina  ally and moderator
    Bola      ally                       Efe   editor, no member
    Ada       alumna of cohort 9         Finn  programme and events manager, no member
    Cem       participant of cohort 12   Kemi   owner and ally

Each has `.person` (the user), `.viewer` (built afresh at each look, so that a changed right shows) and `.client`
(a browser signed in with the second factor done). Only the people a test names exist in it.
"""

import time
from functools import cached_property

import pytest
from allauth.account.internal.userkit import user_id_to_str
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from network.access.viewer import OUTSIDER, Viewer, viewer_of
from network.people.demo import CAST, PASSWORD, create_cast_member
from network.people.models import User

MEMBERS_OF_THE_CAST = {member.handle: member for member in CAST}
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Someone:
    """One of the cast, or the outsider when there is no person."""

    def __init__(self, person: User | None) -> None:
        self.person = person

    @property
    def viewer(self) -> Viewer:
        return viewer_of(User.objects.get(pk=self.person.pk)) if self.person else OUTSIDER

    @cached_property
    def client(self) -> Client:
        browser = Client()
        if self.person:
            sign_in(browser, self.person)
        return browser

    def __repr__(self) -> str:
        return self.person.name.split()[0] if self.person else "outsider"


def sign_in(browser: Client, person: User) -> None:
    """As after a full sign-in just now: address confirmed, second factor passed."""
    EmailAddress.objects.get_or_create(user=person, email=person.email, defaults={"verified": True, "primary": True})
    if not Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists():
        totp.TOTP.activate(person, totp.generate_totp_secret())
    browser.force_login(person, backend=BACKEND)
    session = browser.session
    session["account_authentication_methods_user"] = user_id_to_str(person)
    now = time.time()
    session["account_authentication_methods"] = [
        {"method": "password", "at": now, "email": person.email},
        {"method": "mfa", "at": now, "type": "totp"},
    ]
    session.save()


def invite(handle: str) -> User:
    """Bring one of the cast into the database, through the actions everybody passes."""
    return create_cast_member(MEMBERS_OF_THE_CAST[handle], password=PASSWORD)


def _one_of_the_cast(handle: str):
    @pytest.fixture(name=handle)
    def someone(db) -> Someone:
        return Someone(invite(handle))

    return someone


eve, bola, ada, cem = map(_one_of_the_cast, ("eve", "bola", "ada", "cem"))
maya, dina, efe, finn = map(_one_of_the_cast, ("maya", "dina", "efe", "finn"))


@pytest.fixture
def outsider() -> Someone:
    return Someone(None)
