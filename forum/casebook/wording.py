"""The letter to whoever could not sign in, and what came of an appeal in words for the one who made it."""

from forum.casebook.models import Objection, ObjectionState
from forum.concerns.models import Concern, ConcernState
from forum.concerns.wording import CAME_OF_IT
from network.people.models import User

SUBJECT = "Your appeal"
ACCOUNT = {
    ObjectionState.UPHELD: "Somebody else has looked at your appeal. Your account stays closed.\n",
    ObjectionState.OVERTURNED: "Somebody else has looked at your appeal. Your account is open again.\n",
}
OF_COVER = {
    ConcernState.ACTED: "Somebody else has looked again. The decision is undone: your words are not hidden any more.",
    ConcernState.KEPT: "Somebody else has looked again, and the decision stands: your words stay hidden.",
}
ASKED = "We have asked the people who edit that page to change what is wrong with it."
HELD_STILL = (
    "Somebody else has looked at your appeal. The decision is undone, and another decision keeps your account closed. "
    "The letter about that one says how to appeal.\n"
)
STANDS = "Somebody else has looked again, and the decision stands."


def outcome(objection: Objection) -> dict[str, str]:
    """Subject and text of the letter. Costs a query: an account may be closed by more than one decision."""
    is_open = User.objects.filter(pk=objection.person_id, is_active=True).exists()
    is_held = objection.state == ObjectionState.OVERTURNED and not is_open
    return {"subject": SUBJECT, "text": HELD_STILL if is_held else ACCOUNT[ObjectionState(objection.state)]}


def in_words(objection: Objection) -> str:
    """What was decided, or nothing while it waits."""
    if objection.is_open:
        return ""
    if objection.state == ObjectionState.UPHELD:
        return STANDS
    if objection.measure is not None:
        return "Somebody else has looked again. The decision is undone, and what was done by it has ended."
    return "Somebody else has looked again. The decision is undone."


def came_of(concern: Concern) -> str:
    """What whoever sent it hears, or nothing while it waits."""
    if concern.asked:
        return ASKED
    return (OF_COVER if concern.is_appeal else CAME_OF_IT).get(ConcernState(concern.state), "")
