"""The cast: the same people in tests, demo and docs. A failing test then reads like a story.

    outsider  nobody we know             Maya  ally, Ada's manager at the same authority
    Eve       signed up, waiting         Dina  ally and moderator
    Bola      ally                       Efe   editor, no member
    Ada       alumna of cohort 9         Finn  programme and events manager, no member
    Cem       participant of cohort 12

Each has `.person` (the user), `.viewer` (built afresh at each look, so that a changed right shows) and `.client`
(a browser signed in with the second factor done). Only the people a test names exist in it.
"""

import time
from functools import cached_property

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from network.access.viewer import OUTSIDER, Viewer, viewer_of
from network.people.actions.affiliation import affiliate
from network.people.actions.role import grant_role
from network.people.demo import CAST
from network.people.models import Organisation, OrganisationKind, User

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
    now = time.time()
    session["account_authentication_methods"] = [
        {"method": "password", "at": now, "email": person.email},
        {"method": "mfa", "at": now, "type": "totp"},
    ]
    session.save()


def invite(handle: str) -> User:
    """Bring one of the cast into the database, through the actions everybody passes."""
    member = MEMBERS_OF_THE_CAST[handle]
    person = User.objects.create_user(email=member.email, name=member.name, password="a long enough password")
    kind = OrganisationKind.OTHER if "College" in member.authority else OrganisationKind.AUTHORITY
    employer, _ = Organisation.objects.get_or_create(name=member.authority, defaults={"kind": kind})
    affiliate(person=person, organisation=employer, role_title=member.title)
    for role, scope in member.roles:
        grant_role(person=person, kind=role, scope=scope, by=None)
    return person


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
