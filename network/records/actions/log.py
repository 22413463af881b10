"""Writing to the log of staff actions. Nothing changes or deletes a line."""

from network.access.viewer import Viewer
from network.access.visible import require
from network.records.models import StaffAction


def record_staff_action(
    *, by: Viewer, verb: str, about_id: int | None, reason: str = "", change: str = ""
) -> StaffAction:
    """Note that a member of staff did or saw something about a person, in the same transaction as the deed. `change` is
    made by `from_to`, where something stands otherwise afterwards."""
    require(by.person_id is not None)
    assert by.person_id is not None  # For the type checker: require has just refused nobody.
    return keep_line(by_id=by.person_id, verb=verb, about_id=about_id, reason=reason, change=change)


def keep_line(*, by_id: int, verb: str, about_id: int | None, reason: str = "", change: str = "") -> StaffAction:
    """The line itself, for a deed whose right was asked where it was done."""
    return StaffAction.objects.create(by_id=by_id, verb=verb, about_id=about_id, reason=reason, change=change)


def from_to(before: str, after: str) -> str:
    """How something stood before and after, as the log says it: two states of ours."""
    return f"{before} → {after}"
