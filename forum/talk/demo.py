"""Talk of the demo world, through the same actions: threads, replies and edits."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, ImageDraw

from forum.files.actions.upload import describe_upload
from forum.spaces.models import Space
from forum.talk.actions.attachment import put_file
from forum.talk.actions.change import replace_words
from forum.talk.actions.hold import WaitsFirst
from forum.talk.actions.message import post_message
from forum.talk.actions.reading import mark_read
from forum.talk.actions.thread import close_thread, open_thread
from forum.talk.models import Message, Thread
from network.access.audience import ALUMNI, MEMBERS, group
from network.access.viewer import Viewer, viewer_of
from network.access.visible import can_see

ORDER = 70
AUDIENCES = {"members": MEMBERS, "alumni only": ALUMNI, "group only": group("reference")}


def build(world: Any) -> None:
    data = world.read_json("threads.json")
    for position, board in enumerate(data["boards"]):
        world.note(f"space:{board['slug']}", _space(board, position))
    for row in sorted(data["threads"], key=lambda row: row["opener"]["created_at"]):
        _thread(world, row)
    _show_a_picture(world)
    _wait_some(world)
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
    _reword(thread.messages.get(), opener)
    for reply in row["replies"]:
        speaker = _eyes(world, reply["author"])
        if speaker is not None and can_see(speaker, thread):
            said = datetime.fromisoformat(reply["created_at"])
            message = post_message(by=speaker, thread=thread, body=words_of(reply), key=key_of(reply), at=said)
            _reword(message, reply)
    Thread.objects.filter(pk=thread.pk).update(is_pinned=row["status"] == "pinned")
    if row["status"] in {"locked", "hidden"}:
        close_thread(by=author, thread=thread)


def _reword(message: Message, row: dict[str, Any]) -> None:
    """Put in other words by its author, where a moderator asked for it."""
    if row["moderation"]["state"] == "edited by moderator":
        # Within the day an author has for it, which is long over.
        soon = message.said_at + timedelta(hours=1)
        replace_words(message, row["body"], soon, viewer_of(message.author))


def _show_a_picture(world: Any) -> None:
    """Bola shows a plan of the room and the paper behind it, in the first thread all members read."""
    bola = viewer_of(world.cast("bola"))
    thread = Thread.objects.visible_to(bola).filter(space__audience=MEMBERS, closed_at=None).order_by("pk").first()
    files = [("The room.png", plan_of_a_room()), ("Seating.csv", b"seat,for\n1,whoever comes\n")]
    uploads = [
        put_file(by=bola, thread=thread, file=SimpleUploadedFile(name, data), key=uuid5(NAMESPACE_URL, f"demo:{name}"))
        for name, data in files
    ]
    describe_upload(
        by=bola, upload=uploads[0], alt="A long table with six seats, one of them free", is_decorative=False
    )
    words = "This is how we set the room. The list is beside it."
    when = thread.messages.latest("said_at").said_at + timedelta(hours=1)
    post_message(by=bola, thread=thread, body=words, key=uuid5(NAMESPACE_URL, "demo:room"), uploads=uploads, at=when)


def plan_of_a_room() -> bytes:
    """A long table seen from above, one seat free."""
    plan = Image.new("RGB", (960, 540), "#eceefb")
    pen = ImageDraw.Draw(plan)
    pen.rounded_rectangle((180, 220, 780, 320), 12, fill="#27379b")
    for number in range(6):
        left, top = 240 + number % 3 * 190, 120 if number < 3 else 340
        pen.ellipse(
            (left, top, left + 80, top + 80), fill=None if number == 4 else "#f5b32f", outline="#27379b", width=4
        )
    out = BytesIO()
    plan.save(out, "PNG")
    return out.getvalue()


def _wait_some(world: Any) -> None:
    """Bola's answer waits to be looked at."""
    space, bola = Space.objects.get(name="First questions"), viewer_of(world.cast("bola"))
    facts = {"title": "How do I ask for a mentor?", "body": "I have never dared to.", "key": key_of({"id": "ask"})}
    thread = open_thread(by=viewer_of(world.cast("dina")), space=space, at=timezone.now(), **facts)
    try:
        post_message(by=bola, thread=thread, body="I wrote two lines. That was enough.", key=key_of({"id": "answer"}))
    except WaitsFirst as waits:
        world.note("held:answer", waits.held)


def _read_some(world: Any) -> None:
    """Ada and Bola have read some threads and not others."""
    for handle in ("ada", "bola"):
        viewer = viewer_of(world.cast(handle))
        for thread in Thread.objects.visible_to(viewer).order_by("pk")[::2]:
            seen = Message.objects.visible_to(viewer).filter(thread=thread).in_order()
            last = list(seen)[-3:]
            if last:
                mark_read(by=viewer, thread=thread, upto=last[0])
