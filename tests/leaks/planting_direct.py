"""What only two read: their conversation, and the line with which somebody asks."""

from forum.talk.actions.message import edit_message
from tests.factories.direct import ask, list_for, make_conversation
from tests.factories.forum import say


def plant_direct(garden) -> None:
    """Between Bola and Ada, whom no office, employer or other alumna hears; and Ada's request to Dina."""
    bola, ada, dina = (garden.cast[name].person for name in ("bola", "ada", "dina"))
    thread = make_conversation(bola, ada)
    place = f"/m/t/{thread.public_id}/"
    message = say(garden.viewer("bola"), thread, garden.words("bola"))
    edit_message(by=garden.viewer("bola"), message=message, body=garden.words("bola", "ada"))
    answered = say(garden.viewer("ada"), thread, garden.words("bola", "ada"), reply_to=message)
    for address in (place, f"/m/s/{thread.space.public_id}/changes/", f"{place}leaving/", f"{place}proposals/new/"):
        garden.door(address, "bola", "ada")
    for one in (message, answered):
        garden.door(f"{place}messages/{one.public_id}/", "bola", "ada")
    garden.door(f"{place}messages/{message.public_id}/history/", "bola")
    garden.door(f"/m/s/{thread.space.public_id}/")
    list_for(dina)
    asked = ask(ada, dina, garden.words("dina"))
    garden.door(f"/m/conversations/requests/{asked.public_id}/", "dina")
