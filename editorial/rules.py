"""Who may enter the CMS, and what each office may do there."""

from network.access.viewer import Viewer
from network.people.models import RoleKind

# The CMS knows groups, people have dated roles: this is the whole translation.
GROUPS = {
    RoleKind.EDITOR: "Editors",
    RoleKind.EVENTS_MANAGER: "Events managers",
    RoleKind.PROGRAMME_MANAGER: "Programme managers",
    RoleKind.OWNER: "Publishers",
}


def can_enter_cms(viewer: Viewer) -> bool:
    """Whoever has an office that edits pages or records."""
    return viewer.has(*GROUPS)


def groups_of(viewer: Viewer) -> frozenset[str]:
    """The names of the CMS groups that follow from somebody's current roles."""
    return frozenset(group for kind, group in GROUPS.items() if viewer.has(kind))
