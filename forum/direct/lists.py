"""What lists show of conversations and requests, counted in the query and through sight."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from forum.direct.models import Invitation, Proposal, Vote
from forum.direct.participants import Company, company_in, people_beside
from forum.talk.lists import threads_with_news, unread_messages
from forum.talk.models import Message, Thread
from forum.talk.models.thread import ThreadQuerySet
from network.access.audience import DIRECT, is_direct
from network.access.viewer import Viewer
from network.directory.models import Profile
from network.directory.seen import directory_for
from network.people.models import Block, User

MOST_MATCHES = 8


@dataclass(frozen=True)
class Line:
    """A conversation in a list: its thread as `threads_with_news` tells of it, and who else is in it."""

    thread: Thread
    company: Company


def has_conversations(viewer: Viewer) -> bool:
    """Costs no question."""
    return any(map(is_direct, viewer.audiences))


def conversations_of(viewer: Viewer) -> ThreadQuerySet:
    """The viewer's own, the one with the latest word first."""
    own = threads_with_news(viewer).filter(space__audience__startswith=DIRECT)
    return own.order_by(Coalesce(F("latest_at"), F("opened_at")).desc(), "-pk")


def lines(viewer: Viewer, threads: Iterable[Thread]) -> list[Line]:
    """Each with its company. One query beside that of the threads."""
    found = list(threads)
    company = company_in(viewer, [thread.space.public_id for thread in found])
    return [Line(thread, company[thread.space.public_id]) for thread in found]


def conversations_with_unread(viewer: Viewer, most: int) -> list[Line]:
    """Those with something new for the viewer. Nothing is asked for somebody who has none."""
    if not has_conversations(viewer):
        return []
    return lines(viewer, conversations_of(viewer).filter(unread__gt=0)[:most])


def how_many_unread(viewer: Viewer) -> int:
    """Messages of others in the viewer's conversations. Nothing is asked for somebody who has none."""
    if not has_conversations(viewer):
        return 0
    return unread_messages(viewer).filter(space__audience__startswith=DIRECT).count()


def waiting_requests(viewer: Viewer) -> QuerySet[Invitation]:
    """What others ask of this viewer."""
    return Invitation.objects.visible_to(viewer).waiting().select_related("asker").latest_first()


def own_requests(viewer: Viewer) -> QuerySet[Invitation]:
    """What this viewer asks of others."""
    return Invitation.objects.asked_by(viewer).latest_first()


def open_proposals(viewer: Viewer, thread: Thread) -> list[Proposal]:
    """Who should join, each with `is_agreed`: whether this viewer has said yes. One query."""
    mine = Exists(Vote.objects.filter(proposal=OuterRef("pk"), person_id=viewer.person_id))
    found = Proposal.objects.visible_to(viewer).open().filter(space=thread.space_id).annotate(is_agreed=mine)
    return list(found.select_related("proposer", "person").order_by("opened_at", "pk"))


def people_named(viewer: Viewer, name: str) -> list[User]:
    """Those of exactly this name whom the viewer finds in the directory."""
    found = Profile.objects.visible_to(viewer).filter(person__name__iexact=name, person__is_active=True)
    return [profile.person for profile in found.select_related("person").order_by("pk")[:MOST_MATCHES]]


def profiles_like(viewer: Viewer, name: str) -> list[Profile]:
    """Those whose names have these letters, of the people the viewer finds in the directory; the first eight."""
    others = directory_for(viewer).exclude(person_id=viewer.person_id)
    return list(others.filter(person__name__icontains=name)[:MOST_MATCHES]) if name else []


def people_known_to(viewer: Viewer) -> QuerySet[User]:
    """Everybody whose name this viewer has before them: in the directory, in what they read, in conversations and
    requests, and whom they have blocked."""
    wrote = Message.objects.visible_to(viewer).filter(author=OuterRef("pk"))
    known = Q(pk__in=Profile.objects.visible_to(viewer).values("person")) | Exists(wrote)
    known |= Q(pk__in=people_beside(viewer).values("person"))
    known |= Q(pk__in=Invitation.objects.visible_to(viewer).values("asker"))
    known |= Q(pk__in=Block.objects.filter(person_id=viewer.person_id).values("other"))
    return User.objects.filter(known).exclude(pk=viewer.person_id)
