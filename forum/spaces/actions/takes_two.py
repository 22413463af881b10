"""Asking for what takes two, and answering it. What is opened by it, and who may, each room says."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone

from forum.spaces.models.takes_two import TakesTwo, TakesTwoQuerySet, TakesTwoState
from network.access.viewer import Viewer
from network.records.actions.log import record_staff_action

Kind = TypeVar("Kind", bound=TakesTwo)
# How long those it is about may be left untold: then a reason is given anew by asking again, or they are told.
UNTOLD_AT_MOST = timedelta(days=90)


class AlreadyAsked(Exception):
    """Somebody has asked for the same, and nobody has answered yet."""


class AlreadyDecided(Exception):
    """A second person has confirmed or refused it."""

    def __init__(self) -> None:
        super().__init__("This has been answered already.")


@contextmanager
def asked_once() -> Iterator[None]:
    """A transaction in which one request is written: of two at once the constraint takes one."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        raise AlreadyAsked("Somebody has asked for this already. It waits for a second person.") from error


def decide(by: Viewer, request: TakesTwo, state: TakesTwoState, **facts: Any) -> None:
    """One statement: of two second persons at once, one is the second."""
    facts |= {"state": state, "decided_by_id": by.person_id, "decided_at": timezone.now()}
    if not _same(request).asked().update(**facts):
        raise AlreadyDecided


def turn_down(by: Viewer, request: Kind, verb: str) -> Kind:
    """Nothing is opened, and whoever has better words may ask anew. Raises AlreadyDecided."""
    with transaction.atomic():
        decide(by, request, TakesTwoState.REFUSED)
        log_request(by, verb, request)
    request.refresh_from_db()
    return request


def note_told(request: TakesTwo) -> bool:
    """Note that those it is about may know. Told twice, they are told once."""
    return bool(_same(request).filter(told_at=None).update(told_at=timezone.now()))


def refuse_forsaken(waiting: TakesTwoQuerySet, is_still_asked: Callable[[Any], bool]) -> None:
    """Whose asker is gone or may ask no longer nobody may confirm: it would stand in the way of every other for
    good."""
    forsaken = [one.pk for one in waiting.asked().select_related("asked_by") if not is_still_asked(one)]
    waiting.asked().filter(pk__in=forsaken).update(state=TakesTwoState.REFUSED)


def log_request(by: Viewer, verb: str, request: Any) -> None:
    """With its reason of the list and in words."""
    reason = f"{request.public_id} {request.get_reason_display()}: {request.words}"[:500]
    record_staff_action(by=by, verb=verb, about_id=request.named_in_log, reason=reason)


def _same(request: TakesTwo) -> TakesTwoQuerySet:
    return type(request).objects.filter(pk=request.pk)
