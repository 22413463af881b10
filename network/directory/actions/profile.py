"""Making a profile, and changing one's own."""

from typing import Any

from django.db import transaction

from network.access.viewer import Viewer
from network.access.visible import require
from network.directory.models import Profile
from network.people.models import Affiliation, Role, RoleKind, User


def ensure_profile(*, person: User) -> Profile:
    """The person's profile, made unlisted from what they told us when they joined. Made once."""
    profile = Profile.objects.filter(person=person).first()
    if profile is not None:
        return profile
    works = Affiliation.objects.filter(person=person).current().select_related("organisation").last()
    with transaction.atomic():
        profile, _ = Profile.objects.get_or_create(
            person=person,
            defaults={
                "role_title": works.role_title if works else "",
                "organisation_name": works.organisation.name if works else "",
                "region": works.organisation.region if works else "",
                "membership": membership_words(person),
            },
        )
    return profile


def membership_words(person: User) -> str:
    """How one's membership would read beside one's name, if one chose to show it."""
    roles = {role.kind: role for role in Role.objects.filter(person=person).current()}
    if alumna := roles.get(RoleKind.ALUMNA):
        return f"Cohort {alumna.scope.lstrip('C').lstrip('0') or alumna.scope}" if alumna.scope else "Alumni"
    if participant := roles.get(RoleKind.PARTICIPANT):
        return f"Participant, {participant.scope}"
    if ally := roles.get(RoleKind.ALLY):
        return f"Ally since {ally.starts_at.year}"
    return ""


def keep_membership(*, person: User) -> None:
    """After a role came or went: its words beside the name follow. Who may read them stays as chosen."""
    profile = ensure_profile(person=person)
    words = membership_words(person)
    if profile.membership != words:
        Profile.objects.filter(pk=profile.pk).update(membership=words)


def change_profile(*, by: Viewer, profile: Profile, changes: dict[str, Any]) -> Profile:
    """Save what a form has cleaned. One's own only."""
    require(by.person_id == profile.person_id)
    for name, value in changes.items():
        setattr(profile, name, value)
    profile.save(update_fields=list(changes))
    return profile
