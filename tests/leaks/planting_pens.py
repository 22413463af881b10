"""Words without a name, and who asked for their seal to be opened."""

from uuid import uuid4

from django.utils import timezone

from forum.sealed.actions.message import post_unnamed
from forum.sealed.actions.opening import ask_for_opening
from forum.sealed.models import Seal
from forum.spaces.models import Space
from forum.talk.actions.thread import open_thread
from network.access.audience import ALUMNI


def plant_pens(garden) -> None:
    """Ada's, among the alumni. Of the opening moderators know the words; of the pen they see the name alone."""
    ada, now = garden.viewer("ada"), timezone.now()
    space = Space.objects.create(name=garden.words("ada"), audience=ALUMNI, takes_unnamed=True)
    thread = open_thread(by=ada, space=space, title=garden.words("ada"), body=garden.words("ada"), key=uuid4(), at=now)
    message = post_unnamed(by=ada, thread=thread, body=garden.words("ada"), key=uuid4(), at=now)
    garden.door(f"/m/t/{thread.public_id}/composer/", "ada")
    garden.door(f"/m/t/{thread.public_id}/messages/{message.public_id}/", "ada")
    garden.door(f"/m/t/{thread.public_id}/messages/{message.public_id}/words/", "ada")
    garden.door(f"/m/desk/pens/{message.public_id}/", "dina")
    facts = {"reason": "life", "words": garden.words("dina")}
    opening = ask_for_opening(by=garden.viewer("dina"), seal=Seal.objects.of_message(message).get(), **facts)
    garden.door(f"/m/desk/openings/{opening.public_id}/", "dina")
