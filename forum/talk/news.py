"""Which messages there is news of, after a position: said, changed or touched since."""

from collections.abc import Iterable
from operator import attrgetter

from django.db.models import Case, F, When

from forum.talk.models import Message, Touch
from forum.talk.models.message import seen_in
from network.access.viewer import Viewer


def found_after(positions: list[tuple[Viewer, int, int]], limit: int) -> list[Message]:
    """The messages that changed or were touched after each position, with `change`, the version that tells of it: in
    that order, and one more than `limit` where there are more."""
    found = _changed(positions, limit)
    return _from_the_start(*positions[0], limit) if len(found) > limit and len(positions) == 1 else found


def _from_the_start(viewer: Viewer, space_id: int, since: int, limit: int) -> list[Message]:
    """More than one answer holds: what was said since is told where it was said, though it changed later.

    Told by its change alone, it would come in a later part as the change of a message that page never had.
    """
    told_by = Case(When(number__gt=since, then=F("number")), default=F("version"))
    rows = Message.objects.changed_since([(viewer, space_id, since)]).annotate(change=told_by).order_by("change")
    found = {message.pk: message for message in rows.for_element()[: limit + 1]}
    touches = Touch.objects.since([(viewer, space_id, since)]).filter(message__number__lte=since)
    touched = dict(touches.order_by("version").values_list("message_id", "version")[: limit + 1])
    seen = Message.objects.visible_to(viewer).for_element()
    found |= seen.in_bulk(touched.keys() - found.keys())
    for message in found.values():
        message.change = max(getattr(message, "change", 0), touched.get(message.pk, 0))  # type: ignore[attr-defined]
    return sorted(found.values(), key=attrgetter("change"))[: limit + 1]


def _is_told_by(messages: Iterable[Message], viewer: Viewer, space_id: int, since: int) -> bool:
    """Whether these messages are all that happened. Each change takes one number of its space, without a gap: where
    the messages found hold as many as the space has moved on, nobody has touched another."""
    here = [message for message in messages if message.space_id == space_id]
    return bool(here) and len(here) == here[0].space.version - since


def _changed(positions: list[tuple[Viewer, int, int]], limit: int) -> list[Message]:
    rows = Message.objects.changed_since(positions).order_by("version").for_element()
    found = {message.pk: message for message in rows[: limit + 1]}
    open_still = [position for position in positions if not _is_told_by(found.values(), *position)]
    touched: dict[int, int] = {}
    if open_still:
        touches = Touch.objects.since(open_still).order_by("version")
        touched = dict(touches.values_list("message_id", "version")[: limit + 1])
    if others := touched.keys() - found.keys():
        seen = seen_in([(viewer, space) for viewer, space, _ in positions])
        found |= Message.objects.filter(seen).for_element().in_bulk(others)
    for message in found.values():
        known = message.version if message.pk not in others else 0
        message.change = max(known, touched.get(message.pk, 0))  # type: ignore[attr-defined]
    return sorted(found.values(), key=attrgetter("change"))[: limit + 1]
