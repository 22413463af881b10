"""What of a reported thing can be taken out of sight."""

from forum.covers.models.cover import HIDDEN_TITLE, TITLE
from forum.talk.models import Thread
from network.directory.models import Profile
from network.directory.models.profile import LABELS

THREAD, PERSON = "thread", "person"
FIELDS = ("role_title", "organisation_name", "about", "contact")
Thing = Thread | Profile


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


def parts_of(kind: str, ref: str, extract: str) -> list[tuple[str, str]]:
    """Name and label of each part whose words stand there now and are in what the moderators read of it: what the
    reporter did not see, the table does not learn."""
    thing = thing_of(kind, ref)
    if isinstance(thing, Thread):
        return [(TITLE, "The title of the thread")] if thing.title != HIDDEN_TITLE and thing.title in extract else []
    if thing is None:
        return []
    seen = [name for name in FIELDS if getattr(thing, name) and getattr(thing, name) in extract]
    return [(name, LABELS[name]) for name in seen]
