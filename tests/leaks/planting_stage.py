"""The talk of an event, which those with a seat read alone: not its organisers, no moderator, no other alumna."""

from datetime import timedelta

from forum.spaces.models import Space
from forum.stage.actions.manner import pin_question
from tests.factories.forum import hold
from tests.factories.stage import anew, ask_in, make_chair, make_sitting, thread_of


def plant_stage(garden) -> None:
    """Bola and Ada have a seat, and Ada leads. Everything that stands there, and what waits for the one who leads."""
    bola, ada = (garden.cast[name].person for name in ("bola", "ada"))
    organiser = garden.viewer("finn")
    talk = make_sitting(organiser, bola, ada, starts_in=timedelta(days=1), title=garden.words("bola", "ada"))
    make_chair(organiser, talk, ada)
    question = ask_in(garden.viewer("bola"), talk, garden.words("bola", "ada"))
    pin_question(by=garden.viewer("ada"), sitting=anew(talk), words=garden.words("bola", "ada"))
    Space.objects.filter(pk=talk.thread.space_id).update(approves_first=True)
    waits = hold(garden.viewer("bola"), thread_of(talk), garden.words("bola", "ada"))
    place = f"/m/t/{talk.thread.public_id}/"
    for address in (place, f"/m/s/{talk.thread.space.public_id}/", f"{place}messages/{question.message.public_id}/"):
        garden.door(address, "bola", "ada")
    garden.door(f"/m/w/{waits.public_id}/", "bola", "ada")
    garden.door(f"{place}host/", "ada")
    garden.door(f"{place}host/stop/", "ada")
