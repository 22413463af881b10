"""Naming a member of staff for what they did, where their shield lets this viewer read the name."""

from network.access.viewer import Viewer
from network.people.models import User

IN_TEAM = "Somebody in the team"


def staff_name(viewer: Viewer, person: User | None, *, gone: str) -> str:
    """Their name; that it was somebody, where they hide from this viewer in lists; `gone` where the account is."""
    if person is None:
        return gone
    return IN_TEAM if person.pk in viewer.hidden_in_lists else person.name
