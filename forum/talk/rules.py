"""Who may say, change and take back what."""

from datetime import timedelta

from django.utils import timezone

from forum.spaces.models import Space
from forum.spaces.rules import ALLIES_LISTEN, can_run_space, in_words, is_listener, why_paused, why_silent
from forum.talk.models import Held, Message, Thread
from network.access.viewer import Viewer
from network.access.visible import can_see
from network.people.models import MEMBER_KINDS, Role

NEW_FOR = timedelta(days=7)

# How long one may undo a deletion. Pages offer it for ten seconds.
MOMENT = timedelta(seconds=15)


def can_open_thread(viewer: Viewer, space: Space) -> bool:
    """Whoever may read the space, while it takes words of theirs. A private conversation is one thread for good."""
    return not space.is_direct and not why_no_thread(viewer, space) and can_see(viewer, space)


def why_no_thread(viewer: Viewer, space: Space) -> str:
    """Why they open no thread there now, in words for them; empty where they may, if they may read it."""
    return why_begins_nothing(viewer, space) or why_paused(viewer)


def why_begins_nothing(viewer: Viewer, space: Space) -> str:
    """The same but for a pause of their own: the part of the rule that costs no question."""
    return why_silent(viewer, space) or (ALLIES_LISTEN if is_listener(viewer, space) else "")


def is_open(viewer: Viewer, thread: Thread) -> bool:
    """Whether the thread takes words of theirs: the part of the rule that costs no question."""
    return not thread.is_closed and not why_no_answer(viewer, thread)


def why_no_answer(viewer: Viewer, thread: Thread) -> str:
    """Why the thread's space takes no answer of theirs now, in words for them; empty where it does."""
    listens = is_listener(viewer, thread.space) and not thread.is_open_to_allies
    return why_shut(viewer, thread) or (ALLIES_LISTEN if listens else "")


def why_shut(viewer: Viewer, thread: Thread) -> str:
    """The same for whoever would add no words: who listens may answer with a hand."""
    return why_silent(viewer, thread.space) or _why_not_yet(thread)


def _why_not_yet(thread: Thread) -> str:
    return (
        f"This thread takes messages from {in_words(thread.opens_at)}."
        if thread.opens_at and thread.opens_later
        else ""
    )


def can_invite_allies(viewer: Viewer, thread: Thread) -> bool:
    """In a space where allies listen: the thread's author and whoever runs the space, if they may read it."""
    return is_theirs_to_invite_to(viewer, thread) and can_see(viewer, thread)


def is_theirs_to_invite_to(viewer: Viewer, thread: Thread) -> bool:
    """The part of the rule that costs no question. A listener invites nobody, not even to what they began earlier."""
    space = thread.space
    is_theirs = thread.author_id == viewer.person_id or can_run_space(viewer, space)
    return space.is_listening and is_theirs and not is_listener(viewer, space)


def is_new_member(viewer: Viewer) -> bool:
    """Whether they were admitted less than a week ago. One question."""
    theirs = Role.objects.filter(person_id=viewer.person_id, kind__in=MEMBER_KINDS)
    return not theirs.filter(starts_at__lte=timezone.now() - NEW_FOR).exists()


def can_post(viewer: Viewer, thread: Thread) -> bool:
    """Whoever may read the thread, while thread and space are open to them."""
    return is_open(viewer, thread) and not why_paused(viewer) and can_see(viewer, thread)


def can_close(viewer: Viewer, thread: Thread) -> bool:
    """Whoever runs the space, and whoever opened the thread while its space takes words of theirs; if they may read."""
    return is_theirs_to_close(viewer, thread, is_paused=bool(why_paused(viewer))) and can_see(viewer, thread)


def is_theirs_to_close(viewer: Viewer, thread: Thread, *, is_paused: bool) -> bool:
    """The part of the rule that costs no question, for a page whose thread was found through sight."""
    is_theirs = thread.author_id == viewer.person_id and not is_paused and not why_no_answer(viewer, thread)
    return is_theirs or can_run_space(viewer, thread.space)


def can_move(viewer: Viewer, thread: Thread, space: Space) -> bool:
    """Whoever runs both spaces and reads both, where both are for the same people. None is moved where it stands."""
    runs_both = can_run_space(viewer, thread.space) and can_run_space(viewer, space)
    is_elsewhere = thread.space_id != space.pk and thread.space.audience == space.audience
    return runs_both and is_elsewhere and can_see(viewer, thread) and can_see(viewer, space)


def can_decide_held(viewer: Viewer, held: Held) -> bool:
    """Whoever runs the space and reads it, about what others have said there and still waits."""
    return Held.objects.waiting_for(viewer).filter(pk=held.pk).exists()


def can_edit(viewer: Viewer, message: Message) -> bool:
    """One's own words, while they stand, are new enough and the thread is open."""
    is_theirs = message.author_id == viewer.person_id and message.is_standing
    return is_theirs and not why_words_stay(message) and can_post(viewer, message.thread)


def why_words_stay(message: Message) -> str:
    """Why nobody changes them any more, in words for whoever said them; empty while their time to do so runs."""
    until = message.editable_until
    return f"The time to change this message ended on {in_words(until)}." if until <= timezone.now() else ""


def can_delete(viewer: Viewer, message: Message) -> bool:
    """One's own words, for ever, as long as one may read the room."""
    return message.author_id == viewer.person_id and message.is_standing and can_see(viewer, message)


def can_restore(viewer: Viewer, message: Message) -> bool:
    """One's own words, for a moment after one deleted them, while they are there. To say them anew is to write: not
    while one's writing is paused or everybody's is."""
    is_fresh = message.deleted_at is not None and message.deleted_at > timezone.now() - MOMENT
    is_theirs = message.author_id == viewer.person_id and is_fresh and bool(message.body)
    is_quiet = bool(message.space.frozen_at or why_paused(viewer))
    return is_theirs and not is_quiet and can_see(viewer, message)


def can_report(viewer: Viewer, message: Message) -> bool:
    """Anybody who sees it, but not the author, while it stands: what was hidden is shown to nobody again."""
    return message.author_id != viewer.person_id and message.is_standing and can_see(viewer, message)


def can_save(viewer: Viewer, message: Message) -> bool:
    """Anybody who sees it, while it stands."""
    return message.is_standing and can_see(viewer, message)


def can_pin(viewer: Viewer, thread: Thread) -> bool:
    """Whoever runs its space, stewards and moderators, while they may read it."""
    return can_run_space(viewer, thread.space) and can_see(viewer, thread)
