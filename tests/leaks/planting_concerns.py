"""What moderators alone read of what is reported beside messages, and what somebody alone reads of themselves."""

from uuid import uuid4

from forum.concerns.actions.concern import Told, report_place, report_subject
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure
from forum.talk.models import Thread
from network.access.audience import MEMBERS
from tests.leaks.planting import Garden


def plant_concerns(garden: Garden) -> None:
    """A thread of Bola's reported by Cem, a report of nobody's, and a word to Bola."""
    thread = Thread.objects.filter(space__audience=MEMBERS, author=garden.cast["bola"].person).first()
    told = Told("other", garden.words("dina"))
    concern = report_subject(by=garden.viewer("cem"), kind="thread", ref=thread.public_id, told=told, key=uuid4())
    garden.door(f"/m/you/reports/{concern.public_id}/", "cem")
    garden.door(f"/m/desk/concerns/{concern.public_id}/", "dina")
    told = Told("other", garden.words("dina"))
    unsigned = report_place(place=garden.words("dina"), told=told, answer_to="", key=uuid4(), is_mailed=False)
    garden.door(f"/m/desk/concerns/{unsigned.public_id}/", "dina")
    said = {
        "kind": "nudge",
        "person": garden.cast["bola"].person,
        "words": garden.words("bola", "dina"),
        "reason": "Tone",
    }
    measure = take_measure(by=garden.viewer("dina"), measure=Measure(**said))
    garden.door(f"/m/you/decisions/{measure.public_id}/", "bola")
