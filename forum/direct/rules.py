"""Who may ask whom, and who may change who is in a conversation. None of it is anybody's by office."""

from datetime import timedelta

from django.utils import timezone

from forum.direct.models import Invitation, InvitationState, Proposal, Reach, Reachability
from forum.spaces.rules import why_paused
from forum.talk.models import Thread
from network.access.audience import ALUMNI, MEMBERS
from network.access.viewer import Viewer, viewer_of
from network.access.visible import can_see
from network.directory.models import Profile
from network.people.models import User

# Nobody is asked again by the same person so soon after a no.
QUIET = timedelta(days=30)
AUDIENCES: dict[str, str] = {Reach.MEMBERS: MEMBERS, Reach.ALUMNI: ALUMNI}


def why_no_asking(viewer: Viewer) -> str:
    """Why they ask nobody now, in words for them; empty where they may, if they are a member."""
    return why_paused(viewer)


def can_ask(viewer: Viewer) -> bool:
    """Members whose writing is not paused. Whom they reach is decided where nobody waits for the answer."""
    return viewer.is_member and not why_no_asking(viewer)


def takes_request(invitation: Invitation) -> bool:
    """Whether the one asked wants to hear of this request. Never asked while the asker waits (standard, L31)."""
    person, asker = invitation.person, invitation.asker
    if person is None or not asker.is_active:
        return False
    asks, asked = viewer_of(asker), viewer_of(person)
    is_kept_away = person.pk in asks.untold_of or asker.pk in asked.hidden_everywhere
    if not asks.is_member or not asked.is_member or is_kept_away:
        return False
    return is_reachable_for(asks, person) and not _has_declined(invitation)


def is_reachable_for(asks: Viewer, person: User) -> bool:
    """As the one asked has chosen; alumni alone until they have."""
    audience = AUDIENCES.get(Reachability.objects.choice_of(person.pk))
    finds_them = Profile.objects.visible_to(asks).filter(person=person)
    return audience in asks.audiences and finds_them.exists()


def _has_declined(invitation: Invitation) -> bool:
    """Lately, whether or not the request they said no to was withdrawn since."""
    answered = Invitation.objects.filter(answered_at__gt=timezone.now() - QUIET).exclude(state=InvitationState.ACCEPTED)
    return answered.filter(asker=invitation.asker, person=invitation.person).exists()


def can_answer(viewer: Viewer, invitation: Invitation) -> bool:
    """The one it was passed on to."""
    return can_see(viewer, invitation)


def can_leave(viewer: Viewer, thread: Thread) -> bool:
    """Everybody in the conversation, at any time."""
    return thread.space.is_direct and can_see(viewer, thread)


def can_propose(viewer: Viewer, thread: Thread) -> bool:
    """Everybody in a conversation that goes on, unless their writing is paused."""
    return can_leave(viewer, thread) and not thread.is_closed and not why_paused(viewer)


def can_vote(viewer: Viewer, proposal: Proposal) -> bool:
    """Everybody in the conversation who sees the proposal."""
    return can_see(viewer, proposal)


def can_block(viewer: Viewer, person: User) -> bool:
    """Members, anybody but themselves."""
    return viewer.is_member and viewer.person_id != person.pk
