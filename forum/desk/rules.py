"""Who decides, and says what came out of a thread."""

from forum.concerns.rules import is_conflicted
from forum.desk.models import Appeal, Case
from forum.spaces.rules import can_run_space, why_paused
from forum.talk.models import Message, Thread
from forum.talk.rules import why_no_answer
from network.access.viewer import Viewer
from network.access.visible import can_see


def can_appeal(viewer: Viewer, message: Message) -> bool:
    """Whoever said it, while a decision hides it and they may read the room."""
    return is_theirs_and_hidden(viewer, message) and Case.objects.hiding(message).exists() and can_see(viewer, message)


def is_theirs_and_hidden(viewer: Viewer, message: Message) -> bool:
    """The part of the rule that costs no question."""
    is_hidden = message.hidden_at is not None and message.deleted_at is None
    return is_hidden and message.author_id is not None and message.author_id == viewer.person_id


def can_judge_appeal(viewer: Viewer, appeal: Appeal) -> bool:
    """Whoever sees it and may judge its case anew."""
    return can_see(viewer, appeal) and can_judge(viewer, appeal.case)


def can_judge(viewer: Viewer, case: Case) -> bool:
    """A moderator or owner who neither said, reported nor decided it, and does not work with its author."""
    anew = Case.objects.filter(pk=case.pk).judged_anew_by(viewer).exists()
    return anew and not is_conflicted(viewer, case.about_id)


def can_summarise(viewer: Viewer, thread: Thread) -> bool:
    """Whoever closed it, while they may read it and its space takes words of theirs; where the clock closed it, whoever
    runs the space."""
    return is_theirs_to_summarise(viewer, thread) and not why_paused(viewer) and can_see(viewer, thread)


def is_theirs_to_summarise(viewer: Viewer, thread: Thread) -> bool:
    """The part of the rule that costs no question."""
    if thread.is_closed and thread.closed_at is None:
        return can_run_space(viewer, thread.space)
    closed_it = thread.is_closed and thread.closed_by_id is not None and thread.closed_by_id == viewer.person_id
    return closed_it and not why_no_answer(viewer, thread)


def can_remove_summary(viewer: Viewer, thread: Thread) -> bool:
    """Whoever runs its space, while they may read it."""
    return can_run_space(viewer, thread.space) and can_see(viewer, thread)
