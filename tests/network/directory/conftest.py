"""Profiles that are listed, and what they show."""

import pytest

from network.directory.actions.profile import change_profile, ensure_profile
from network.directory.models import FIELDS_WITH_AUDIENCE, Profile
from network.people.models import RoleKind
from tests.cast import Someone
from tests.factories.network import make_person

FACTS = {
    "role_title": "Head of service",
    "organisation_name": "Croydon",
    "region": "Greater London",
    "membership": "Cohort 9",
    "expertise": "Fostering, Public law",
    "about": "Ask me about boards.",
    "contact": "ada@home.example",
    "mentoring": "offering",
}


@pytest.fixture
def listed():
    """`listed(ada, to="members")`: listed, with every field filled and shown to the same people."""

    def make(someone: Someone, *, to: str = "members", **changes) -> Profile:
        facts = FACTS | {f"{name}_to": to for name in FIELDS_WITH_AUDIENCE}
        facts |= {"is_listed": True, "listed_to": "alumni" if to == "nobody" else to}
        profile = ensure_profile(person=someone.person)
        return change_profile(by=someone.viewer, profile=profile, changes=facts | changes)

    return make


@pytest.fixture
def zoe(db) -> Someone:
    """An alumna of another cohort, at no authority of the cast."""
    return Someone(make_person("Zoë Other", roles=((RoleKind.ALUMNA, "C03"),)))
