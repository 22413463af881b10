"""What is said against decisions, and what moderators note: for whoever had no part in the decision, and one's own."""

from uuid import uuid4

from forum.casebook.actions.note import write_note
from forum.casebook.actions.objection import object_to_declining, object_to_measure
from forum.casebook.models import Objection
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure
from forum.spaces.models import Space
from forum.talk.actions.held import decline_held
from forum.talk.models import Held
from network.access.audience import MEMBERS
from network.access.viewer import Viewer
from tests.factories.forum import hold, make_thread
from tests.leaks.planting import Garden

MEMBERS_OF_THE_CAST = {"bola", "ada", "cem", "maya", "dina"}


def plant_casebook(garden: Garden, leo: Viewer) -> None:
    """Leo moderates as Dina does: what he decided she looks at again, and what she decided he does."""
    dina = garden.viewer("dina")
    _against_a_bar(garden, "bola", by=leo, judge=dina, seen_by={"dina"})
    _against_a_bar(garden, "maya", by=dina, judge=leo, seen_by=set())
    _against_declining(garden, by=leo, judge=dina, seen_by={"dina"})
    _against_declining(garden, by=dina, judge=leo, seen_by=set())


def _against_a_bar(garden: Garden, who: str, *, by: Viewer, judge: Viewer, seen_by: set[str]) -> None:
    """Of one space alone: whoever is kept out of it goes on everywhere else."""
    readers = MEMBERS_OF_THE_CAST - {who}
    space = Space.objects.create(name=garden.words(*readers), audience=MEMBERS)
    garden.door(f"/m/s/{space.public_id}/", *readers)
    said = {"kind": "bar", "person": garden.cast[who].person, "scope": space.public_id, "days": 7}
    # Whoever moderates reads what was decided about others; only what is said against it is kept from some.
    measure = take_measure(by=by, measure=Measure(**said, words=garden.words(who, "dina"), reason=garden.words("dina")))
    garden.door(f"/m/you/decisions/{measure.public_id}/", who)
    garden.door(f"/m/you/decisions/{measure.public_id}/appeal/", who)
    objection = object_to_measure(measure=measure, words=garden.words(who, *seen_by), key=uuid4())
    _at_the_table(garden, objection, who, judge, seen_by)


def _against_declining(garden: Garden, *, by: Viewer, judge: Viewer, seen_by: set[str]) -> None:
    """Whoever runs the space reads what was declined there; only the appeal is kept from whoever declined it."""
    space = Space.objects.create(name=garden.words(*MEMBERS_OF_THE_CAST), audience=MEMBERS, approves_first=True)
    thread = make_thread(garden.viewer("dina"), space)
    held = hold(garden.viewer("ada"), thread, garden.words("ada", "dina"))
    decline_held(by=by, held=held, words=garden.words("ada", "dina"))
    held = Held.objects.select_related("author", "space").get(pk=held.pk)
    words = garden.words("ada", *seen_by)
    objection = object_to_declining(by=garden.viewer("ada"), held=held, words=words, key=uuid4())
    garden.door(f"/m/w/{held.public_id}/appeal/", "ada")
    _at_the_table(garden, objection, "ada", judge, seen_by)


def _at_the_table(garden: Garden, objection: Objection, who: str, judge: Viewer, seen_by: set[str]) -> None:
    write_note(by=judge, matter=objection, body=garden.words(*seen_by), key=uuid4())
    garden.door(f"/m/you/appeals/{objection.public_id}/", who)
    garden.door(f"/m/desk/objections/{objection.public_id}/", *seen_by)
    garden.door(f"/m/desk/matters/{objection.public_id}/notes/", *seen_by)
