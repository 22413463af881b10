"""Talk of the demo world, through the same actions: threads, replies, edits, reports and what moderators hid."""

from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions.message import edit_message, post_message
from forum.talk.actions.reading import mark_read
from forum.talk.actions.report import decide_report, report_message
from forum.talk.actions.thread import close_thread, open_thread
from forum.talk.models import Message, Report, ReportReason, Thread
from network.access.audience import ALUMNI, MEMBERS, cohort, group
from network.access.viewer import Viewer, viewer_of
from network.access.visible import can_see

ORDER = 70
# The demo's own words for a report: the reason of our list, and what the reporter added.
REPORTED = {
    "personal_contact_details": (ReportReason.IDENTIFIES, "This is somebody's private number."),
    "welfare": (ReportReason.WELFARE, "I am worried about her. Could somebody get in touch?"),
    "identifiable_child": (ReportReason.IDENTIFIES, "Anybody from there would know which child this is."),
    "interview_confidentiality": (ReportReason.OTHER, "I do not think interview questions should be posted."),
    "advert": (ReportReason.OTHER, "This is an advertisement."),
    "not_a_breach": (ReportReason.OTHER, ""),
    "tone": (ReportReason.HARASSMENT, "This is turning unkind."),
    "abuse": (ReportReason.RACISM, "Not what this network is for."),
    "slow_mode": (ReportReason.OTHER, "Third message in a minute while we asked everybody to slow down."),
}
DECIDED = {
    "identifiable_child": "It could identify a child. Please ask again without the place and the family.",
    "advert": "It is an advertisement. The network is not a place to recruit for an agency.",
    "not_a_breach": "A fair question, kindly put.",
    "abuse": "It speaks about members, not to them. Please put the point, it may be worth making.",
    "slow_mode": "We are going slowly here. Please post it again tomorrow.",
}
AUDIENCES = {"members": MEMBERS, "alumni only": ALUMNI, "group only": group("reference")}


def build(world: Any) -> None:
    data = world.read_json("threads.json")
    for position, board in enumerate(data["boards"]):
        world.note(f"space:{board['slug']}", _space(board, position))
    Space.objects.create(name="Cohort 12", audience=cohort("C12"), description="For this cohort alone.", position=90)
    for row in sorted(data["threads"], key=lambda row: row["opener"]["created_at"]):
        _thread(world, row)
    _read_some(world)


def _space(board: dict[str, str], position: int) -> Space:
    return Space.objects.create(
        name=board["name"],
        description=board["description"],
        audience=AUDIENCES[board["visibility"]],
        position=position,
    )


def key_of(row: dict[str, Any]) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo:{row['id']}")


def words_of(row: dict[str, Any]) -> str:
    """What was typed, before moderators looked."""
    return row["moderation"].get("original_body") or row["body"]


def _eyes(world: Any, handle: str) -> Viewer | None:
    person = world.person(handle)
    return viewer_of(person) if person is not None else None


def _thread(world: Any, row: dict[str, Any]) -> None:
    opener, space = row["opener"], world.get(f"space:{row['board']}")
    author = _eyes(world, opener["author"])
    if author is None or not can_see(author, space):
        return
    when = datetime.fromisoformat(opener["created_at"])
    thread = open_thread(by=author, space=space, title=row["title"], body=words_of(opener), key=key_of(opener), at=when)
    _moderate(world, thread.messages.get(), opener)
    for reply in row["replies"]:
        speaker = _eyes(world, reply["author"])
        if speaker is not None and can_see(speaker, thread):
            said = datetime.fromisoformat(reply["created_at"])
            message = post_message(by=speaker, thread=thread, body=words_of(reply), key=key_of(reply), at=said)
            _moderate(world, message, reply)
    Thread.objects.filter(pk=thread.pk).update(is_pinned=row["status"] == "pinned")
    if row["status"] in {"locked", "hidden"}:
        close_thread(by=author, thread=thread)


def _moderate(world: Any, message: Message, row: dict[str, Any]) -> None:
    """What became of a message: reported, kept, hidden, or put in other words by its author."""
    state, why = row["moderation"]["state"], row["moderation"]["reason"]
    if state == "edited by moderator":
        edit_message(by=viewer_of(message.author), message=message, body=row["body"])
    bola = viewer_of(world.cast("bola"))
    if state not in {"reported", "hidden", "held", "report dismissed"} or not can_see(bola, message):
        return
    reason, words = REPORTED[why]
    # The oldest open report is from this morning: the desk of the demo is not late.
    when = timezone.now() - timedelta(hours=3) + timedelta(minutes=7 * Report.objects.count())
    report = report_message(by=bola, message=message, reason=reason, words=words, key=key_of(row), at=when)
    if state != "reported":
        is_hidden, decision = state != "report dismissed", DECIDED.get(why, words)
        decide_report(by=viewer_of(world.cast("dina")), report=report, hide=is_hidden, reason=decision)


def _read_some(world: Any) -> None:
    """Ada and Bola have read some threads and not others."""
    for handle in ("ada", "bola"):
        viewer = viewer_of(world.cast(handle))
        for thread in Thread.objects.visible_to(viewer).order_by("pk")[::2]:
            seen = Message.objects.visible_to(viewer).filter(thread=thread).in_order()
            last = list(seen)[-3:]
            if last:
                mark_read(by=viewer, thread=thread, upto=last[0])
