"""Who may listen: one wrapped question on connecting, whenever access changed, and every minute."""

from dataclasses import dataclass, replace
from hashlib import sha256
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, get_user
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from forum.live.limits import Why
from forum.spaces.models import Space
from forum.talk.models import Habits
from network.access.viewer import Viewer, viewer_of, viewers_of
from network.people.models import User

Reads = dict[tuple[int | None, int], bool]


@dataclass(frozen=True)
class Ticket:
    """What was found when somebody asked to listen."""

    session_key: str
    viewer: Viewer
    name: str
    space_id: int
    space: str
    # What somebody let others know of themselves.
    shows_presence: bool = True
    shows_typing: bool = True
    # Where one may write without one's name nobody is told who types: a pen name would soon have a face.
    tells_typing: bool = True

    @property
    def session(self) -> str:
        """The session's mark on a ring. The key itself never leaves the process."""
        return mark_of(self.session_key)


def mark_of(session_key: str) -> str:
    return sha256(session_key.encode()).hexdigest()[:32]


class SessionOver(Exception):
    """Nobody is signed in with that session any more."""


class RightLost(Exception):
    """Somebody is signed in, and that space is none of theirs, or is none at all."""


def admit(session_key: str, space: str) -> Ticket:
    """A ticket to a space. Raises SessionOver or RightLost."""
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    user = get_user(request)
    if not user.is_authenticated or not user.is_active:
        raise SessionOver
    viewer = viewer_of(user)
    found = Space.objects.visible_to(viewer).filter(public_id=space).first()
    if found is None:
        raise RightLost
    return ticket_of(session_key, viewer, user.name, found)


def ticket_of(session_key: str, viewer: Viewer, name: str, space: Space) -> Ticket:
    """For somebody who may read a space."""
    ticket = Ticket(session_key, viewer, name, space.pk, space.public_id, tells_typing=not space.takes_unnamed)
    return _with_habits(ticket, Habits.objects.of(viewer.person_id))


def _with_habits(ticket: Ticket, habits: Habits) -> Ticket:
    return replace(ticket, shows_presence=habits.shows_presence, shows_typing=habits.shows_typing)


def look_again(tickets: list[Ticket]) -> list[Ticket | Why]:
    """For each ticket a fresh one, or why it ended. A handful of questions for all, and one for each kind of sight."""
    sessions = Session.objects.filter(session_key__in={t.session_key for t in tickets}, expire_date__gt=timezone.now())
    kept = {session.session_key: session.get_decoded() for session in sessions}
    ids = {str(data.get(SESSION_KEY, "")) for data in kept.values()}
    people = {str(user.pk): user for user in User.objects.filter(pk__in=[pk for pk in ids if pk.isdigit()])}
    signed_in = [_signed_in(kept.get(ticket.session_key, {}), people) for ticket in tickets]
    viewers = viewers_of({user.pk: user for user in signed_in if user}.values())
    reads = _readers([(viewers[u.pk], t.space_id) for t, u in zip(tickets, signed_in, strict=True) if u])
    habits = Habits.objects.in_bulk(list(viewers), field_name="person_id")
    found = [
        _again(ticket, user, viewers[user.pk], reads) if user else Why.SESSION_OVER
        for ticket, user in zip(tickets, signed_in, strict=True)
    ]
    return [
        one if isinstance(one, Why) else _with_habits(one, habits.get(one.viewer.person_id or 0, Habits()))
        for one in found
    ]


def _again(ticket: Ticket, user: User, viewer: Viewer, reads: Reads) -> Ticket | Why:
    takes_unnamed = reads.get((viewer.person_id, ticket.space_id))
    if takes_unnamed is None:
        return Why.RIGHT_LOST
    return replace(ticket, viewer=viewer, name=user.name, tells_typing=not takes_unnamed)


def _signed_in(session: dict[str, Any], people: dict[str, User]) -> User | None:
    user = people.get(str(session.get(SESSION_KEY)))
    return user if user and user.is_active and _is_same_password(user, session) else None


def _readers(asked: list[tuple[Viewer, int]]) -> Reads:
    """Who of these still reads which space, and whether it takes words without names. Those of the same rights are
    asked about in one question."""
    alike: dict[tuple[frozenset[str], frozenset[str]], list[tuple[Viewer, int]]] = {}
    for viewer, space_id in asked:
        alike.setdefault((viewer.audiences, viewer.barred_from), []).append((viewer, space_id))
    reads: Reads = {}
    for some in alike.values():
        spaces = Space.objects.visible_to(some[0][0]).filter(pk__in={space_id for _, space_id in some})
        seen = dict(spaces.values_list("pk", "takes_unnamed"))
        reads |= {(viewer.person_id, space_id): seen[space_id] for viewer, space_id in some if space_id in seen}
    return reads


def _is_same_password(user: User, session: dict[str, Any]) -> bool:
    hashes = [user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()]
    return any(constant_time_compare(session.get(HASH_SESSION_KEY, ""), known) for known in hashes)
