"""Taking words out of sight everywhere at once, and putting them back. The right to it is asked with the concern."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from forum.covers.models import Cover
from forum.covers.notices import BACK, HIDDEN, PENDING
from forum.covers.parts import PERSON, THREAD, Place, Thing, blank, thing_of, words_in
from forum.talk.models import Thread
from forum.talk.signals import thread_moved
from network.notices.actions.tell import tell
from network.notices.kind import Kind

UNTIL_SEEN = "Somebody has asked the moderators to look at this at once. Nothing has been decided."


def cover_parts(*, place: Place, parts: Collection[str], reason: str, by_id: int | None) -> None:
    """Take these parts out of sight, in the caller's transaction. Without anybody who decided it is until somebody has
    looked. What stands there decides: other words than those covered before are covered anew."""
    thing = thing_of(place.kind, place.ref, is_held=True)
    if thing is None:
        return
    for part in parts:
        standing = Cover.objects.standing().filter(**_whose(thing), part=part).first()
        facts = {"matter": place.matter, "reason": reason, "is_pending": by_id is None, "covered_by_id": by_id}
        if words := words_in(thing, part):
            _supersede(standing)
            owner = _owner_of(thing)
            standing = Cover.objects.create(words=words, owner_id=owner, part=part, **_whose(thing), **facts)
            _write(thing, part, blank(part))
        elif standing is None:
            continue
        elif standing.is_pending and by_id is not None:
            Cover.objects.filter(pk=standing.pk).update(**facts)
        else:
            continue
        _tell(standing, PENDING if by_id is None else HIDDEN)


def _supersede(cover: Cover | None) -> None:
    """Its owner has written there since: those words are covered next, and these stay with the concern alone."""
    if cover is not None:
        Cover.objects.filter(pk=cover.pk).update(lifted_at=timezone.now(), is_superseded=True)


def settle_pending(*, matter: str, but: Collection[str] = ()) -> None:
    """What waited for a moderator to look comes back, but what they hide."""
    for cover in Cover.objects.waiting_for(matter).exclude(part__in=but):
        lift_cover(cover)


@transaction.atomic
def lift_cover(cover: Cover) -> None:
    """Put the words back, unless others stand there by now. Lifted twice, it is lifted."""
    kind, ref = (THREAD, cover.thread.public_id) if cover.thread else (PERSON, cover.profile.public_id)  # type: ignore[union-attr]
    thing = thing_of(kind, ref, is_held=True)
    if thing is None or not Cover.objects.standing().filter(pk=cover.pk).update(lifted_at=timezone.now()):
        return
    if getattr(thing, cover.part) == blank(cover.part):
        _write(thing, cover.part, cover.words)
        _tell(cover, BACK)


def _whose(thing: Thing | None) -> dict[str, Thing | None]:
    return {"thread": thing, "profile": None} if isinstance(thing, Thread) else {"thread": None, "profile": thing}


def _owner_of(thing: Thing | None) -> int | None:
    return thing.author_id if isinstance(thing, Thread) else thing.person_id if thing else None


def _write(thing: Thing | None, part: str, words: str) -> None:
    """Open pages of a thread load themselves anew: its title stands in their head and not in the stream."""
    assert thing is not None
    type(thing).objects.filter(pk=thing.pk).update(**{part: words})
    if isinstance(thing, Thread):
        facts = {"space_id": thing.space_id, "thread": thing.public_id}
        transaction.on_commit(lambda: thread_moved.send_robust(Thread, **facts), robust=True)


def _tell(cover: Cover, kind: Kind) -> None:
    if cover.owner is not None:
        tell(person=cover.owner, kind=kind, ref=cover.public_id, key=f"{kind.name}:{cover.pk}")
