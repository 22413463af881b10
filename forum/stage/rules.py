"""Who opens a talk, who leads it, and who asks and votes when. Who writes there is talk's rule: it knows the clock."""

from forum.spaces.readers import stewards
from forum.spaces.rules import can_run_space, why_paused
from forum.stage.models import Phase, Question, Sitting
from forum.talk.rules import can_post, why_shut
from network.access.viewer import Viewer
from network.access.visible import can_see
from network.people.models import RoleKind

NO_QUESTIONS_YET = "Questions can be asked later. Until then, say who you are."
NO_QUESTIONS_NOW = "Questions are over. You can still say what stays with you."
CLOSED = "This talk is closed. You can still read it."


def can_open_sitting(viewer: Viewer) -> bool:
    """Events managers and owners. They open it for others, and need not read it."""
    return viewer.has(RoleKind.EVENTS_MANAGER, RoleKind.OWNER)


def can_host(viewer: Viewer, sitting: Sitting) -> bool:
    """Whoever runs its space, if they may read it: the chair, and moderators who have a place themselves."""
    return can_run_space(viewer, sitting.thread.space) and can_see(viewer, sitting)


def can_eject(viewer: Viewer, sitting: Sitting, person_id: int) -> bool:
    """Whoever leads the talk, and nobody themselves or another who leads it."""
    leads = stewards(sitting.thread.space).filter(person_id=person_id).exists()
    return viewer.person_id != person_id and not leads and can_host(viewer, sitting)


def can_keep_recording(viewer: Viewer, sitting: Sitting) -> bool:
    """Whoever leads the talk, and the organisers."""
    return can_open_sitting(viewer) or can_host(viewer, sitting)


def why_no_question(sitting: Sitting) -> str:
    """Why the phase takes no question and no vote for one, in words; empty where it does. Costs no question."""
    if sitting.takes_questions:
        return ""
    words = {Phase.INTRODUCTIONS: NO_QUESTIONS_YET, Phase.REFLECTIONS: NO_QUESTIONS_NOW}
    return words.get(sitting.phase, CLOSED)


def can_ask(viewer: Viewer, sitting: Sitting) -> bool:
    """Whoever may write there, before and while it is on."""
    return not why_no_question(sitting) and can_post(viewer, sitting.thread)


def can_upvote(viewer: Viewer, question: Question) -> bool:
    """Whoever sees it, for what others ask, while questions are taken and the space is open to them."""
    message = question.message
    if message is None or not message.is_standing or message.author_id == viewer.person_id:
        return False
    is_open = not why_no_question(question.sitting) and not why_shut(viewer, question.sitting.thread)
    return is_open and not question.is_answered and not why_paused(viewer) and can_see(viewer, message)


def can_answer(viewer: Viewer, question: Question) -> bool:
    """Whoever leads the talk, as long as it is not closed: what was answered without being marked is marked later."""
    message, sitting = question.message, question.sitting
    if message is None or not message.is_standing or sitting.phase == Phase.CLOSED:
        return False
    return can_host(viewer, sitting) and can_see(viewer, message)
