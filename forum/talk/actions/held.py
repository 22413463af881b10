"""What becomes of words that were held: posted, declined, lost, or taken back. Each is settled once."""

from django.db import transaction
from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions.message import store_message
from forum.talk.models import Held, HeldState, Thread
from forum.talk.notices import DECLINED, LOST
from forum.talk.posting import tell_posted
from forum.talk.rules import can_decide_held, can_open_thread, can_post
from network.access.viewer import Viewer, viewer_of
from network.access.visible import Refused, require
from network.notices.actions.tell import tell
from network.notices.kind import Kind
from network.records.actions.log import from_to, record_staff_action

POSTED, REFUSED = from_to("waiting", "posted"), from_to("waiting", "declined")
FROZEN = "This space is paused for a moment. Let it go on first, then post what waits."


class HeldSettled(Exception):
    """Somebody or the clock was first, or its author has taken it back."""


def post_held(*, by: Viewer, held: Held) -> Held:
    """Let others see it: said now, by its author, whose rights are asked again. What they may no longer say is lost.

    Raises Refused or HeldSettled.
    """
    require(can_decide_held(by, held))
    with transaction.atomic():
        found = _take(held)
        if found.space.frozen_at:
            raise Refused(FROZEN)
        record_staff_action(by=by, verb="posted_held", about_id=found.author_id, change=POSTED)
        return _post(found)


def decline_held(*, by: Viewer, held: Held, words: str) -> Held:
    """Let nobody see it. Its author keeps it and is told why. Raises Refused or HeldSettled."""
    require(can_decide_held(by, held))
    with transaction.atomic():
        found = _take(held)
        record_staff_action(by=by, verb="declined_held", about_id=found.author_id, reason=words, change=REFUSED)
        found.words, found.declined_by_id = words, by.person_id
        return _settle(found, HeldState.DECLINED, DECLINED)


def take_back_held(*, by: Viewer, held: Held) -> Held:
    """One's own words, before others see them: they are erased. Raises Refused or HeldSettled."""
    require(by.person_id is not None and held.author_id == by.person_id)
    with transaction.atomic():
        return _settle(_take(held), HeldState.TAKEN_BACK)


def post_delayed(held_id: int) -> None:
    """The clock's action, so nobody's `by`: post what has waited long enough, and do so once.

    Where the space was paused meanwhile it goes on waiting, until whoever runs the space has looked.
    """
    held = Held.objects.waiting().filter(pk=held_id, release_at__lte=timezone.now()).first()
    if held is None:
        return
    with transaction.atomic():
        try:
            found = _take(held)
        except HeldSettled:
            return
        if found.space.frozen_at:
            found.why, found.release_at = "It was on its way when the space was paused", None
            found.save(update_fields=["why", "release_at"])
        else:
            _post(found)


def post_declined(*, held: Held) -> Held:
    """Post after all what was declined, because an appeal says so; the right to that is asked by whoever judges it.
    What its author may no longer say there is lost. Raises Refused while the space is frozen, or HeldSettled."""
    with transaction.atomic():
        found = _take(held, HeldState.DECLINED)
        if found.space.frozen_at:
            raise Refused(FROZEN)
        return _post(found)


def _take(held: Held, state: HeldState = HeldState.WAITING) -> Held:
    """As every change: the space's row first, then what is held, as it stands now."""
    space = Space.objects.select_for_update(no_key=True).get(pk=held.space_id)
    rows = Held.objects.select_for_update(of=("self",)).select_related("thread", "author", "reply_to")
    found = rows.filter(pk=held.pk, space=space, state=state).first()
    if found is None:
        raise HeldSettled("Somebody has settled this already, or its author has taken it back.")
    found.space = space
    if found.thread:
        found.thread.space = space
    return found


def _post(held: Held) -> Held:
    author = viewer_of(held.author)
    may = can_post(author, held.thread) if held.thread else can_open_thread(author, held.space)
    if not may:
        return _settle(held, HeldState.LOST, LOST)
    if held.thread is None:
        facts = {"space": held.space, "title": held.title}
        held.thread, _ = Thread.objects.get_or_create(author=held.author, key=held.key, defaults=facts)
    tell_posted(store_message(author, held.thread, held.body, held.key, held.reply_to, was_held=True))
    return _settle(held, HeldState.POSTED)


def _settle(held: Held, state: HeldState, kind: Kind | None = None) -> Held:
    held.state, held.settled_at, held.release_at = state, timezone.now(), None
    if state in (HeldState.POSTED, HeldState.TAKEN_BACK):
        held.body = ""
    held.save(update_fields=["state", "settled_at", "release_at", "body", "thread", "words", "declined_by"])
    if kind is not None:
        tell(person=held.author, kind=kind, ref=held.public_id, key=f"{kind.name}:{held.pk}")
    return held
