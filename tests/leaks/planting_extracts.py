"""What moderators read of a conversation by a report: the message, and what the reporter chose beside it."""

from uuid import uuid4

from forum.desk.actions.report import report_message
from tests.factories.direct import make_conversation
from tests.factories.forum import say


def plant_extracts(garden) -> None:
    """Between Ada and Cem. Dina reads the reported one and the one that was chosen, and never what was not."""
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
