"""What moderators read of a conversation by a report: the message, and what the reporter chose beside it."""

from uuid import uuid4

from forum.desk.actions.report import report_message
from forum.desk.models import Case
from forum.extracts.actions.widening import Why, ask_widening, open_widening
from forum.talk.models import Message
from network.access.viewer import Viewer
from tests.factories.direct import make_conversation
from tests.factories.forum import say


def plant_extracts(garden, leo: Viewer, owner: Viewer) -> None:
    """Between Ada and Cem. Dina reads the reported one and the one that was chosen, and never what was not, even once
    two others have opened more."""
    cem, ada = (garden.cast[name].person for name in ("cem", "ada"))
    thread = make_conversation(cem, ada)
    say(garden.viewer("ada"), thread, garden.words("cem", "ada"))
    chosen = say(garden.viewer("ada"), thread, garden.words("cem", "ada", "dina"))
    reported = say(garden.viewer("ada"), thread, garden.words("cem", "ada", "dina"))
    say(garden.viewer("ada"), thread, garden.words("cem", "ada"))
    told = {"reason": "other", "words": "", "key": uuid4(), "beside": [chosen.public_id]}
    case = report_message(by=garden.viewer("cem"), message=reported, **told).case
    garden.door(f"/m/desk/reports/{case.public_id}/", "dina")
    garden.door(f"/m/desk/reports/{case.public_id}/more/", "dina")
    garden.door(f"/m/t/{thread.public_id}/", "cem", "ada")
    _widen(garden, case, reported, leo, owner)
    again = say(garden.viewer("ada"), thread, garden.words("cem", "ada", "dina"))
    case = report_message(by=garden.viewer("cem"), message=again, **told | {"key": uuid4(), "beside": []}).case
    _widen(garden, case, again, leo, owner, garden.words("dina"))


def _widen(garden, case: Case, about: Message, leo: Viewer, owner: Viewer, untold: str = "") -> None:
    """By the two alone. Why is in the log for all who decide it; those in the conversation read that it was done."""
    why = Why("safeguarding", garden.words("dina"), untold)
    widening = open_widening(by=owner, widening=ask_widening(by=leo, matter=case, about=about, why=why))
    garden.door(f"/m/desk/more/{widening.public_id}/", "dina")
    garden.door(f"/m/desk/more/{widening.public_id}/words/")
