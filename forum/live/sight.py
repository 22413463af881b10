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
from network.access.viewer import Viewer, viewer_of
from network.people.models import User


@dataclass(frozen=True)
class Ticket:
    """What was found when somebody asked to listen."""

    session_key: str
    viewer: Viewer
    name: str
    space_id: int
    space: str

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
    return Ticket(session_key, viewer, user.name, found.pk, found.public_id)


def look_again(tickets: list[Ticket]) -> list[Ticket | Why]:
    """For each ticket a fresh one, or why it ended. Sessions and people are read together, sight for each."""
    sessions = Session.objects.filter(session_key__in={t.session_key for t in tickets}, expire_date__gt=timezone.now())
    kept = {session.session_key: session.get_decoded() for session in sessions}
    ids = {str(data.get(SESSION_KEY, "")) for data in kept.values()}
    people = {str(user.pk): user for user in User.objects.filter(pk__in=[pk for pk in ids if pk.isdigit()])}
    return [_again(ticket, kept.get(ticket.session_key, {}), people) for ticket in tickets]


def _again(ticket: Ticket, session: dict[str, Any], people: dict[str, User]) -> Ticket | Why:
    user = people.get(str(session.get(SESSION_KEY)))
    if user is None or not user.is_active or not _is_same_password(user, session):
        return Why.SESSION_OVER
    viewer = viewer_of(user)
    if not Space.objects.visible_to(viewer).filter(pk=ticket.space_id).exists():
        return Why.RIGHT_LOST
    return replace(ticket, viewer=viewer, name=user.name)


def _is_same_password(user: User, session: dict[str, Any]) -> bool:
    hashes = [user.get_session_auth_hash(), *user.get_session_auth_fallback_hash()]
    return any(constant_time_compare(session.get(HASH_SESSION_KEY, ""), known) for known in hashes)
