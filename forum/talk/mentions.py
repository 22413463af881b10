"""Who is meant by a name after an @. What is stored stays plain words: it never tells that such a person exists."""

import re
from functools import reduce
from operator import or_

from django.db.models import Q

from forum.spaces.models import Space
from forum.spaces.readers import readers_seen_by
from forum.talk.models import Message
from network.access.audience import is_direct
from network.access.viewer import Viewer
from network.directory.models import Profile
from network.people.naming import fold

MOST_MENTIONED = 10
MOST_CALLS = 50
MOST_OFFERED = 8
# What somebody else said, and what is shown as code, calls nobody.
_NOT_SAID = re.compile(r"^ {0,3}>[^\n]*$|```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL | re.MULTILINE)
# An @ that is no part of an address, and what follows it on its line.
_CALL = re.compile(r"(?<![\w@.])@(?=\w)(?P<rest>[^\n@]{1,200})")


def calls_in(body: str) -> list[str]:
    """What follows each @ of a text, folded: perhaps a name, and whatever comes after it."""
    said = _NOT_SAID.sub("\n", body) if "@" in body else ""
    folded = (fold(call["rest"]) for call in _CALL.finditer(said))
    return list(dict.fromkeys(call for call in folded if call))[:MOST_CALLS]


def speaks_of(body: str, name: str) -> bool:
    """Whether a text calls somebody of that name: what a reader is shown of their own."""
    own = fold(name)
    return bool(own) and any(call.startswith(own) for call in calls_in(body))


def mentioned_in(body: str, by: Viewer, space: Space) -> list[int]:
    """Ids of those whom a text of this viewer's calls by their full name, at most ten: readers of the space whom the
    viewer may see in lists. A name that several of them bear calls nobody. One query, none without an @."""
    calls = calls_in(body)
    if not calls:
        return []
    first_parts = {f" {call.split()[0]} " for call in calls}
    may_be_meant = reduce(or_, [Q(folded_name__startswith=part) for part in sorted(first_parts)])
    people = readers_seen_by(by, space).exclude(pk=by.person_id).filter(may_be_meant)
    bearers: dict[str, list[int]] = {}
    for person_id, name in people.values_list("pk", "folded_name"):
        bearers.setdefault(name, []).append(person_id)
    meant = (_longest(call, bearers) for call in calls)
    found = dict.fromkeys(bearers[name][0] for name in meant if name and len(bearers[name]) == 1)
    return [person for person in found if person not in by.apart][:MOST_MENTIONED]


def _longest(call: str, bearers: dict[str, list[int]]) -> str:
    return max((name for name in bearers if call.startswith(name)), key=len, default="")


def names_for(viewer: Viewer, space: Space, beginning: str) -> list[str]:
    """Names that complete what was typed of any part of one, at most eight: readers of the space whom this viewer may
    see in lists, and knows of. One query.

    Reading along is no consent to be found: a name is offered to whom it is listed for in the directory, and where
    its bearer has spoken; in a private conversation everybody in it is known. A full name works wherever it is typed.
    """
    typed = fold(beginning).rstrip()
    if not typed:
        return []
    people = readers_seen_by(viewer, space).exclude(pk=viewer.person_id).filter(folded_name__contains=typed)
    if not is_direct(space.audience):
        spoken = Message.objects.visible_to(viewer).filter(space=space).exclude(author=None)
        listed = Profile.objects.visible_to(viewer)
        people = people.filter(Q(pk__in=spoken.values("author_id")) | Q(pk__in=listed.values("person_id")))
    return list(people.order_by("name", "pk").values_list("name", flat=True)[:MOST_OFFERED])
