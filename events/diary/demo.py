"""Thirty events, public and members', past and to come."""

from datetime import datetime
from typing import Any

from wagtail.rich_text import RichText

from editorial.models import MembersBranch
from events.diary.actions.tree import plant_diary
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
# Directors and practice leaders are no audience of their own yet: members see their events.
OTHERS = MEMBERS
# Announced to everybody, booked by members: so that the public pages have a next event to show.
OPENED = {"E01", "E17", "E20", "E25"}
FORMATS = {"online": EventFormat.ONLINE, "in person": EventFormat.IN_PERSON, "hybrid": EventFormat.HYBRID}
PLANS = {
    "gathering": "long",
    "workshop": "horseshoe",
    "conference": "theatre",
    "residential": "rows",
    "peer support": "circle",
}


def build(world: Any) -> None:
    index = plant_diary()
    for row in world.read_json("events.json")["events"]:
        world.note(f"event:{row['id']}", _event(row, index))


def _event(row: dict[str, Any], index: EventIndexPage) -> EventPage:
    audience = PUBLIC if row["id"] in OPENED else AUDIENCES.get(row["audience"], OTHERS)
    event = EventPage(
        title=row["title"],
        slug=row["slug"],
        audience=audience,
        standfirst=row["description"][:300],
        body=_body(row),
        starts_at=_moment(row.get("originally_starts_at") or row["starts_at"]),
        ends_at=_moment(row["ends_at"]),
        access_notes=row["access_notes"] or "",
        capacity=row["capacity"] or 40,
        has_waiting_list=bool(row["waiting_list"]),
        booking_opens_at=_moment(row.get("booking_opens")),
        booking_closes_at=_moment(row.get("booking_closes")),
        cover_plan=PLANS.get(row["type"], ""),
        live=row["status"] != "draft",
        **_venue(row["venue"], row["slug"]),
    )
    parent = index if audience == PUBLIC else MembersBranch.objects.get()
    parent.add_child(instance=event)
    revision = event.save_revision()
    if row["status"] == "draft":
        return event
    revision.publish()
    return _as_it_came(EventPage.objects.get(pk=event.pk), row)


def _as_it_came(event: EventPage, row: dict[str, Any]) -> EventPage:
    """What happened after the announcement: moved, or cancelled. Published again, as an editor would."""
    if row["status"] not in ("cancelled", "rescheduled"):
        return event
    event.starts_at = _moment(row["starts_at"])
    event.cancelled_at = _moment(row.get("cancelled_at"))
    event.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def _venue(venue: dict[str, Any], slug: str) -> dict[str, Any]:
    chosen = FORMATS.get(venue["mode"], EventFormat.IN_PERSON)
    where = ", ".join(part for part in (venue["name"], venue["city"]) if part)
    return {
        "format": chosen,
        "place": "" if chosen == EventFormat.ONLINE else where,
        "join_link": "" if chosen == EventFormat.IN_PERSON else f"https://rooms.example/{slug}",
    }


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _body(row: dict[str, Any]) -> list[tuple[str, Any]]:
    """The running order, where there is one; what the event is stands above it as the standfirst."""
    parts = [part for part in row["sessions"] if part.get("starts")]
    if not parts:
        return []
    lines = "".join(f"<li><b>{part['starts']}</b> {part['title']}</li>" for part in parts)
    return [("heading", "The day"), ("text", RichText(f"<ul>{lines}</ul>"))]
