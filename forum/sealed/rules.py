"""Who may write without a name, who rests, and who opens a seal."""

from datetime import datetime

from forum.sealed.models import Opening, PenPause, Seal
from forum.spaces.models import Space
from forum.spaces.models.takes_two import TakesTwoState
from forum.spaces.rules import can_open_space, in_words, is_second
from forum.talk.models import Message, Thread
from forum.talk.rules import can_post, why_words_stay
from network.access.viewer import Viewer, viewer_of
from network.access.visible import can_see

# Told to whoever holds the pen and to nobody else: not even that they tried.
OWN = "You wrote this yourself. Please leave it to another moderator."
NOT_HERE = "This space takes no words without a name. Yours are still here."


def takes_unnamed(space: Space) -> bool:
    """Whether moderators have switched it on, in a space where no ally reads."""
    return space.takes_unnamed and space.can_take_unnamed


def held_pen(viewer: Viewer, thread: Thread) -> Seal | None:
    """The pen they hold in this thread, if they do."""
    return Seal.objects.held_by(viewer, thread)


def is_behind(viewer: Viewer, message: Message) -> bool:
    """Whether this viewer said it without their name. No question for words with a name."""
    return any(seal.is_held_by(viewer) for seal in Seal.objects.of_message(message))


def can_reword(viewer: Viewer, message: Message) -> bool:
    """One's own, while it stands and is new enough, the thread is open and the pen does not rest."""
    if not message.is_standing or why_words_stay(message) or not is_behind(viewer, message):
        return False
    return can_post(viewer, message.thread) and not why_pen_rests(held_pen(viewer, message.thread))


def can_take_back(viewer: Viewer, message: Message) -> bool:
    """One's own, for ever, as long as one may read the room."""
    return message.is_standing and is_behind(viewer, message) and can_see(viewer, message)


def can_mute_pen(viewer: Viewer, message: Message) -> bool:
    """Anybody who sees it, but whoever holds the pen."""
    return message.is_unnamed and can_see(viewer, message) and not is_behind(viewer, message)


def resting_until(seal: Seal | None) -> datetime | None:
    """When the pen writes again; nothing for almost every pen. One question where there is a pen."""
    if seal is None:
        return None
    return PenPause.objects.running().filter(seal=seal).order_by("-ends_at").values_list("ends_at", flat=True).first()


def why_pen_rests(seal: Seal | None) -> str:
    """The same in words for whoever holds it."""
    until = resting_until(seal)
    return f"Moderators have paused this pen name here until {in_words(until)}. You can still read." if until else ""


def can_keep_pens(viewer: Viewer) -> bool:
    """Moderators and owners pause a pen and ask for its seal to be opened; never seeing whose it is."""
    return can_open_space(viewer)


def can_decide_opening(viewer: Viewer, opening: Opening) -> bool:
    """A second person, while whoever asked still holds an office."""
    return is_second(viewer, opening) and is_still_asked(opening)


def is_still_asked(opening: Opening) -> bool:
    """Whether it waits, and whoever asked could ask it anew."""
    return opening.state == TakesTwoState.ASKED and can_keep_pens(viewer_of(opening.asked_by))


def can_look(viewer: Viewer, opening: Opening) -> bool:
    """The two who opened it, each once, as long as they hold their office."""
    if opening.state != TakesTwoState.OPENED or viewer.person_id is None or not can_keep_pens(viewer):
        return False
    asks = viewer.person_id == opening.asked_by_id and opening.asker_looked_at is None
    return asks or (viewer.person_id == opening.decided_by_id and opening.decider_looked_at is None)
