"""Thirty events, public and members', past and to come."""

from datetime import datetime
from typing import Any

from editorial.actions.tree import grow
from editorial.demo import paragraphs
from editorial.models import HomePage, MembersBranch
from events.diary.models import EventFormat, EventIndexPage, EventPage
from network.access.audience import ALUMNI, MEMBERS, PUBLIC, cohort, group

ORDER = 80
AUDIENCES = {
    "all members": MEMBERS,
    "alumni only": ALUMNI,
    "cohort C14 only": cohort("C14"),
    "Leadership in Colour reference group": group("reference"),
    "public": PUBLIC,
    "line managers (public)": PUBLIC,
}
# For directors and practice leaders there is no audience of their own yet: members see them.
OTHERS = MEMBERS
FORMATS = {"online": EventFormat.ONLINE, "in person": EventFormat.IN_PERSON, "hybrid": EventFormat.HYBRID}
PLANS = {"gathering": "long", "workshop": "horseshoe", "conference": "theatre", "residential": "rows", "peer support": "circle"}
# Open to everybody, so that the public pages of the demo have something to show.
OPENED = {"E01", "E17", "E20", "E24", "E25", "E29"}


def build(world: Any) -> None:
    index = EventIndexPage(title="Events", slug="events", audience=PUBLIC)
    HomePage.objects.get().add_child(instance=index)
    for row in world.read_json("events.json")["events"]:
        world.note(f"event:{row['id']}", _event(row, index))


def _event(row: dict[str, Any], index: EventIndexPage) -> EventPage:
    audience = PUBLIC if row["id"] in OPENED else AUDIENCES.get(row["audience"], OTHERS)
    venue = row["venue"]
    where = ", ".join(part for part in (venue["name"], venue["city"]) if part)
    event = EventPage(
        title=row["title"],
        slug=row["slug"],
        audience=audience,
        standfirst=row["description"][:300],
        body=paragraphs(row["description"] + _running_order(row)),
        starts_at=datetime.fromisoformat(row["starts_at"]),
        ends_at=datetime.fromisoformat(row["ends_at"]),
        format=FORMATS.get(venue["mode"], EventFormat.IN_PERSON),
        place=where,
        access_notes=row["access_notes"] or "",
        capacity=row["capacity"] or 40,
        has_waiting_list=bool(row["waiting_list"]),
        cover_plan=PLANS.get(row["type"], ""),
    )
    parent = index if audience == PUBLIC else MembersBranch.objects.get()
    if row["status"] == "draft":
        event.live = False
        parent.add_child(instance=event)
        event.save_revision()
        return event
    if row["status"] == "cancelled":
        event.cancelled_at = datetime.fromisoformat(row["cancelled_at"]) if row.get("cancelled_at") else event.starts_at
    return grow(parent, event)


def _running_order(row: dict[str, Any]) -> str:
    lines = [f"{part['starts']} {part['title']}" for part in row["sessions"] if part.get("starts")]
    return "\n\n" + "\n\n".join(lines) if lines else ""
