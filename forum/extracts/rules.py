"""Who asks to read more of a private conversation than was reported, who confirms it, and who reads it then."""

from forum.concerns.models import Matter, matter_seen
from forum.concerns.rules import can_decide
from forum.direct.participants import roles_in
from forum.extracts.models import Widening
from forum.spaces.models import Space
from forum.spaces.models.takes_two import TakesTwoState
from forum.spaces.rules import is_second
from forum.talk.models import Message
from network.access.viewer import Viewer, viewer_of
from network.people.models import Affiliation, RoleKind


def is_apart(viewer: Viewer, space: Space) -> bool:
    """Whether they have nothing to do with anybody who is or was in the conversation: neither in it, nor a colleague,
    nor somebody whom one of them hides from."""
    people = roles_in([space.public_id]).values("person_id")
    if set(people.values_list("person_id", flat=True)) & {viewer.person_id, *viewer.hidden_everywhere}:
        return False
    return not Affiliation.objects.colleagues_of(viewer.person_id).filter(person__in=people).exists()


def can_ask_widening(viewer: Viewer, matter: Matter, about: Message) -> bool:
    """A moderator of the network or an owner who may decide the matter, while it is open and of a conversation."""
    in_office = viewer.has(RoleKind.MODERATOR, RoleKind.OWNER)
    is_theirs = in_office and matter.is_open and about.space.is_direct and can_decide(viewer, matter)
    return is_theirs and is_apart(viewer, about.space)


def can_answer_widening(viewer: Viewer, widening: Widening) -> bool:
    """A second person who could decide the matter as well, while whoever asked still could ask."""
    return is_second(viewer, widening) and is_still_asked(widening) and _is_still_theirs(viewer, widening)


def is_still_asked(widening: Widening) -> bool:
    """Whether it waits, and whoever asked could ask it anew: in office, apart from those in it, the matter open."""
    if widening.state != TakesTwoState.ASKED or widening.asked_by is None:
        return False
    asker = viewer_of(widening.asked_by)
    matter = matter_seen(asker, widening.matter)
    return matter is not None and can_ask_widening(asker, matter, widening.about)


def can_read_widening(viewer: Viewer, widening: Widening) -> bool:
    """The two who opened it, until it ends, as long as they hold their office and may decide the matter."""
    is_one_of_two = viewer.person_id is not None and viewer.person_id in (widening.asked_by_id, widening.decided_by_id)
    in_office = viewer.has(RoleKind.MODERATOR, RoleKind.OWNER)
    return widening.is_running and is_one_of_two and in_office and _is_still_theirs(viewer, widening)


def _is_still_theirs(viewer: Viewer, widening: Widening) -> bool:
    matter = matter_seen(viewer, widening.matter)
    return matter is not None and can_decide(viewer, matter) and is_apart(viewer, widening.about.space)
