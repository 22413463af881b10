"""Of the room of the directory."""

from network.directory.actions.profile import change_profile, ensure_profile
from network.people.models import Shield


def adas_profile(cast, to: str = "members") -> dict[str, str]:
    """Ada, listed to all members; Maya, her colleague, is behind her shield."""
    profile = ensure_profile(person=cast.ada.person)
    change_profile(by=cast.ada.viewer, profile=profile, changes={"is_listed": True, "listed_to": to})
    return {"public_id": profile.public_id}


def adas_profile_for_alumni(cast) -> dict[str, str]:
    return adas_profile(cast, to="alumni")


def unlisted_profile(cast) -> dict[str, str]:
    return {"public_id": ensure_profile(person=cast.ada.person).public_id}


def adas_shield(cast) -> dict[str, int]:
    return {"shield_id": Shield.objects.get(person=cast.ada.person).pk}


def as_ally(cast) -> dict[str, str]:
    return {"who": "ally"}
