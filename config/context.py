"""What every template may count on."""

from typing import Any

from django.http import HttpRequest

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
# Desks by the roles that open them.
DESKS = (
    ("/m/desk/reports/", "Reports", "flag", {"moderator", "owner"}),
    ("/m/desk/welcome/", "Welcome desk", "door-open", {"programme_manager", "owner"}),
    ("/m/desk/events/", "Organise events", "calendar-days", {"events_manager", "owner"}),
    ("/m/desk/deliveries/", "Deliveries", "mail", {"programme_manager", "owner"}),
    ("/cms/", "Edit pages", "pencil", {"editor", "events_manager", "programme_manager", "owner"}),
)


def site(request: HttpRequest) -> dict[str, Any]:
    """The theme somebody chose, and the ways through the site that are theirs."""
    chosen = request.COOKIES.get("theme", "")
    return {
        "theme": chosen if chosen in THEMES else "",
        "header_links": HEADER,
        "current_path": request.path,
        "current_branch": f"/{request.path.split('/')[1]}/",
        "member_links": lambda: MEMBERS if request.viewer.is_member else MEMBERS[:1],  # type: ignore[attr-defined]
        "desk_links": lambda: [d[:3] for d in DESKS if request.viewer.roles & d[3]],  # type: ignore[attr-defined]
        "is_signed_in": lambda: request.user.is_authenticated,
    }
