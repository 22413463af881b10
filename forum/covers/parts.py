"""What of a reported thing can be taken out of sight."""

from collections.abc import Collection
from dataclasses import dataclass

from forum.covers.models.cover import HIDDEN_TITLE, TITLE, Cover
from forum.talk.models import Thread
from network.directory.models import Profile
from network.directory.models.profile import LABELS

THREAD, PERSON = "thread", "person"
FIELDS = ("role_title", "organisation_name", "about", "contact")
Thing = Thread | Profile


@dataclass(frozen=True)
class Place:
    """What is reported, by which concern, what the moderators read of it, and the names of the parts it was taken
    from: those the reporter saw."""

    kind: str
    ref: str
    matter: str
    extract: str
    seen: Collection[str]


def thing_of(kind: str, ref: str, *, is_held: bool = False) -> Thing | None:
    """A thread with a title of its own, or a profile; None of anything else. Held: its row is locked."""
    if kind == THREAD:
        threads = Thread.objects.select_for_update(of=("self",)) if is_held else Thread.objects.all()
        found = threads.select_related("space").filter(public_id=ref).first()
        return None if found is None or found.space.is_direct else found
    if kind == PERSON:
        profiles = Profile.objects.select_for_update(of=("self",)) if is_held else Profile.objects.all()
        return profiles.filter(public_id=ref).first()
    return None


def parts_of(place: Place) -> list[tuple[str, str]]:
    """Name and label of each part the reporter saw whose words stand there now as they were read, or are out of sight
    until this concern is decided. What the reporter did not see, the table does not learn."""
    thing = thing_of(place.kind, place.ref)
    if thing is None:
        return []
    waiting = set(Cover.objects.waiting_for(place.matter).values_list("part", flat=True))
    names = (TITLE,) if isinstance(thing, Thread) else FIELDS
    found = [name for name in names if name in waiting or name in place.seen and _stands(thing, name, place.extract)]
    return [(name, "The title of the thread" if name == TITLE else LABELS[name]) for name in found]


def words_in(thing: Thing, part: str) -> str:
    """What stands there now; nothing where it is empty or covered."""
    words = getattr(thing, part)
    return "" if words == blank(part) else words


def blank(part: str) -> str:
    """What stands where words are out of sight."""
    return HIDDEN_TITLE if part == TITLE else ""


def _stands(thing: Thing, part: str, extract: str) -> bool:
    """Whole lines alone count: a short word is in many a longer text."""
    words = "\n".join(words_in(thing, part).splitlines())
    return bool(words) and f"\n{words}\n" in "\n{}\n".format("\n".join(extract.splitlines()))
