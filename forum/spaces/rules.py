"""Who may open, run and keep spaces, and whose words a space takes at this moment."""

from datetime import datetime

from django.utils import timezone

from forum.spaces.models import HoldOrder, Pause, Space
from forum.spaces.models.takes_two import TakesTwo
from network.access.audience import is_direct
from network.access.viewer import Viewer, viewer_of
from network.access.visible import can_see
from network.people.models import RoleKind

ALLIES_LISTEN = "Allies listen here. You can read, and answer where a thread invites allies."


def can_open_space(viewer: Viewer) -> bool:
    """Moderators and owners."""
    return viewer.has(RoleKind.MODERATOR, RoleKind.OWNER)


def is_second(viewer: Viewer, request: TakesTwo) -> bool:
    """Another person in office than whoever asked, and of the two one is an owner at this moment. Whether whoever asked
    still could, each room says."""
    one_is_owner = viewer.has(RoleKind.OWNER) or viewer_of(request.asked_by).has(RoleKind.OWNER)
    return request.asked_by_id != viewer.person_id and can_open_space(viewer) and one_is_owner


def can_withdraw(viewer: Viewer, request: TakesTwo) -> bool:
    """Whoever asked, as long as they hold their office."""
    return can_open_space(viewer) and viewer.person_id is not None and request.asked_by_id == viewer.person_id


def can_run_space(viewer: Viewer, space: Space) -> bool:
    """Its stewards and moderators, and whoever may open spaces: the part that costs no question. To run one is not to
    read it. Nobody runs a private conversation, whatever their office."""
    theirs = space.public_id in viewer.steward_of | viewer.moderator_of
    return not space.is_direct and (theirs or can_open_space(viewer))


def can_change_manner(viewer: Viewer, space: Space) -> bool:
    """Whoever runs the space, while they may read it."""
    return can_run_space(viewer, space) and can_see(viewer, space)


def can_name_stewards(viewer: Viewer) -> bool:
    """Whoever may open spaces; a steward names no other."""
    return can_open_space(viewer)


def why_silent(viewer: Viewer, space: Space) -> str:
    """Why the space takes no words of this viewer now, in words for them; empty where it takes them.

    The part of the rule that costs no question: whether they may read the space is asked beside it.
    """
    if space.frozen_at and not can_run_space(viewer, space):
        return "This space is paused for a moment. You can still read it, and write again when it goes on."
    if space.opens_at and space.opens_later:
        return f"This space takes messages from {in_words(space.opens_at)}. Until then you can look round."
    if space.closes_at and space.has_closed:
        return f"This space closed on {in_words(space.closes_at)}. You can still read it."
    if space.is_read_only:
        return "This space is read-only. You can still read it."
    if space.is_for_announcements and not can_run_space(viewer, space):
        return "This space is for announcements: stewards and moderators write here, and you can read."
    return ""


def is_held_back(viewer: Viewer, space: Space) -> bool:
    """Whether the space keeps what they write for a while: the part of the question that costs none."""
    return (space.approves_first or space.delay_seconds > 0) and is_looked_at(viewer, space)


def is_looked_at(viewer: Viewer, space: Space) -> bool:
    """Whether anybody looks at what they write there: not at one's own space, and never into a private conversation."""
    return not can_run_space(viewer, space) and not is_direct(space.audience)


def is_listener(viewer: Viewer, space: Space) -> bool:
    """An ally in a space where allies listen. Whoever is an alumna or a participant too speaks as that."""
    is_ally = viewer.has(RoleKind.ALLY) and not viewer.has(RoleKind.ALUMNA, RoleKind.PARTICIPANT)
    return space.is_listening and is_ally and not can_run_space(viewer, space)


def can_pause(viewer: Viewer, person_id: int) -> bool:
    """Moderators and owners, and nobody themselves."""
    return can_open_space(viewer) and viewer.person_id != person_id


def can_hold_posts(viewer: Viewer, person_id: int) -> bool:
    """Moderators and owners, and nobody themselves."""
    return can_pause(viewer, person_id)


def can_lift_hold(viewer: Viewer, order: HoldOrder) -> bool:
    """Whoever reads of it, which no colleague of the one it is about does."""
    return HoldOrder.objects.known_to(viewer).filter(pk=order.pk).exists()


def can_keep_watchwords(viewer: Viewer) -> bool:
    """Moderators and owners."""
    return can_open_space(viewer)


def why_paused(viewer: Viewer) -> str:
    """Until when this viewer writes nowhere, in words for them; empty for everybody else. One question."""
    return paused_words(Pause.objects.end_for(viewer).first())


def paused_words(until: datetime | None) -> str:
    """The same for a page that knows the time already."""
    return f"Posting is paused for you until {in_words(until)}. You can still read everything." if until else ""


def in_words(at: datetime) -> str:
    """A moment as members read it, UK time."""
    local = timezone.localtime(at)
    return f"{local.day} {local:%B %Y} at {local:%H:%M}"
