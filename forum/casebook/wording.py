"""The letter to whoever could not sign in, and what came of an appeal in words for the one who made it."""

from forum.casebook.models import Objection, ObjectionState
from network.people.models import User

SUBJECT = "Your appeal"
ACCOUNT = {
    ObjectionState.UPHELD: "Somebody else has looked at your appeal. Your account stays closed.\n",
    ObjectionState.OVERTURNED: "Somebody else has looked at your appeal. Your account is open again.\n",
}
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
