"""A profile begins unlisted, with everything kept close, and only its owner changes it."""

import pytest

from network.access.visible import Refused
from network.directory.actions.profile import change_profile, ensure_profile
from network.directory.models import FieldAudience, Profile
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.factories.network import make_person


def test_a_new_profile_is_unlisted_and_keeps_everything_close(ada):
    profile = ensure_profile(person=ada.person)

    assert (profile.is_listed, profile.listed_to) == (False, FieldAudience.ALUMNI)
    assert (profile.role_title_to, profile.about_to) == (FieldAudience.ALUMNI, FieldAudience.ALUMNI)
    assert (profile.membership_to, profile.contact_to) == (FieldAudience.NOBODY, FieldAudience.NOBODY)
    assert (profile.role_title, profile.organisation_name) == ("Head of service", "Croydon")


def test_a_membership_makes_a_profile(db, on_commit):
    with on_commit():
        person = make_person("Zoë", roles=())
        grant_role(person=person, kind=RoleKind.ALLY, by=None)

    assert Profile.objects.get(person=person).membership.startswith("Ally since ")


def test_somebody_who_waits_has_none(eve, on_commit):
    assert not Profile.objects.filter(person=eve.person).exists()


def test_a_new_role_changes_the_words_of_the_membership(db, on_commit):
    with on_commit():
        person = make_person("Zoë")
    with on_commit():
        grant_role(person=person, kind=RoleKind.ALUMNA, scope="C09", by=None)

    assert Profile.objects.get(person=person).membership == "Cohort 9"


def test_nobody_changes_another_s_profile(ada, bola):
    profile = ensure_profile(person=ada.person)

    with pytest.raises(Refused):
        change_profile(by=bola.viewer, profile=profile, changes={"is_listed": True})

    assert not Profile.objects.get().is_listed
