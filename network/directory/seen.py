"""A profile as one viewer sees it."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from network.access.viewer import Viewer
from network.directory.models import FIELDS_WITH_AUDIENCE, LABELS, FieldAudience, Profile

NEWCOMERS = 3


@dataclass(frozen=True)
class SeenField:
    """A field's label and value; `shared_with` in words, for the owner and for those it is shared with."""

    name: str
    label: str
    value: str
    shared_with: str


def directory_for(viewer: Viewer) -> QuerySet[Profile]:
    """Everybody this viewer may find, in name order."""
    return Profile.objects.visible_to(viewer).as_seen_by(viewer).select_related("person").by_name()


def search_directory(
    viewer: Viewer, *, words: str = "", region: str = "", organisation: str = "", mentoring: str = ""
) -> QuerySet[Profile]:
    """Filtered by what is shared with this viewer alone."""
    found = directory_for(viewer)
    if words:
        names = ("person__name", "seen_role_title", "seen_organisation_name", "seen_expertise", "seen_about")
        match = Q()
        for name in names:
            match |= Q(**{f"{name}__icontains": words})
        found = found.filter(match)
    if region:
        found = found.filter(seen_region=region)
    if organisation:
        found = found.filter(seen_organisation_name__icontains=organisation)
    if mentoring:
        found = found.filter(seen_mentoring__in=[mentoring, "both"])
    return found


def newcomers_for(viewer: Viewer) -> list[Profile]:
    """The latest three whom this viewer may find."""
    found = directory_for(viewer).exclude(person_id=viewer.person_id)
    return list(found.order_by("-person__joined_at", "pk")[:NEWCOMERS])


def seen_fields(profile: Profile) -> list[SeenField]:
    """The filled fields of a profile that came through `as_seen_by`."""
    shown = []
    for name in FIELDS_WITH_AUDIENCE:
        value = getattr(profile, f"seen_{name}")
        if name == "mentoring":
            value = "" if value in ("", "none") else profile.get_mentoring_display()
        if value:
            audience = FieldAudience(getattr(profile, f"{name}_to"))
            shown.append(SeenField(name, LABELS[name], value, str(audience.label)))
    return shown
