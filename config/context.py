"""What every template may count on."""

from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest

from network.access.viewer import Viewer
from network.people.models import RoleKind

THEMES = ("light", "dark")
HEADER = (
    ("/programmes/bali/", "The programme"),
    ("/events/", "Events"),
    ("/blog/", "Blog"),
    ("/m/discussions/", "Discussions"),
    ("/about/", "About"),
)
MEMBERS = (
    ("/m/", "Home", "house"),
    ("/m/events/", "Events", "calendar-days"),
    ("/m/discussions/", "Discussions", "messages-square"),
    ("/m/people/", "Directory", "contact-round"),
    ("/m/search/", "Search", "search"),
    ("/m/notices/", "Notifications", "bell"),
    ("/m/you/", "You", "user-round"),
)
# Pages that stand in one of these places, under an address of their own.
BELOW = {
    "s": "/m/discussions/",
    "t": "/m/discussions/",
    "saved": "/m/discussions/",
    "p": "/m/people/",
    "e": "/m/events/",
    "you": "/m/you/",
}
# Desks by the roles that open them.
DESKS = (
    ("/m/desk/reports/", "Reports", "flag", {"moderator", "owner"}),
    ("/m/desk/oversight/", "Oversight", "shield-check", {"owner"}),
    ("/m/desk/welcome/", "Welcome desk", "door-open", {"programme_manager", "owner"}),
    ("/m/desk/events/", "Organise events", "calendar-days", {"events_manager", "owner"}),
    ("/m/desk/deliveries/", "Deliveries", "mail", {"programme_manager", "owner"}),
    ("/cms/", "Edit pages", "pencil", {"editor", "events_manager", "programme_manager", "owner"}),
)


def desks_of(viewer: Viewer) -> list[tuple[str, str, str]]:
    """The ways to the desks of one's offices; an office without its second factor leads to that. To moderate
    one space opens the moderators' desk."""
    held = viewer.roles | viewer.offices_waiting | ({RoleKind.MODERATOR} if viewer.moderator_of else set())
    return [(address, words, drawing) for address, words, drawing, kinds in DESKS if held & kinds]


def place_of(path: str) -> str:
    """The place or desk of members a page stands in, or nothing."""
    first, _, rest = path.removeprefix("/").partition("/")
    head, _, below = rest.partition("/")
    if first != "m":
        return ""
    return f"/m/desk/{below.split('/')[0]}/" if head == "desk" else BELOW.get(head, "")


def site(request: HttpRequest) -> dict[str, Any]:
    """The theme somebody chose, and the ways through the site that are theirs."""
    chosen = request.COOKIES.get("theme", "")
    return {
        "theme": chosen if chosen in THEMES else "",
        "header_links": HEADER,
        "current_path": request.path,
        "current_place": place_of(request.path),
        "current_branch": f"/{request.path.split('/')[1]}/",
        # Changes with any script or style: an open page hears from the server that there is a newer one.
        "edition": getattr(staticfiles_storage, "manifest_hash", ""),
        "member_links": lambda: MEMBERS if request.viewer.is_member else MEMBERS[:1],  # type: ignore[attr-defined]
        "desk_links": lambda: desks_of(request.viewer),  # type: ignore[attr-defined]
        "is_signed_in": lambda: request.user.is_authenticated,
    }
