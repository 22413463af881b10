"""What in somebody's words may give them away, said before they post. Rules alone, and nothing leaves the server."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from forum.spaces.models import Space
from network.access.audience import cohort
from network.access.viewer import Viewer
from network.people.models import Affiliation, OrganisationAlias, Role, RoleKind, User

SHORTEST_NAME = 3
# What stands before or after a place in an authority's name, and names no place by itself.
COMMON = re.compile(r"\b(london|royal|metropolitan|county|city|district|borough|council|of)\b")


@dataclass(frozen=True)
class Hint:
    """`code` says which rule it was, so that whoever has read it is not told again."""

    code: str
    words: str


def hints_for(viewer: Viewer, space: Space, body: str) -> list[Hint]:
    """What this viewer's words tell of them to those who read the space. Four queries."""
    said = f" {_plain(body)} "
    works = list(Affiliation.objects.current().filter(person_id=viewer.person_id).select_related("organisation"))
    found = [
        *_name(viewer, said),
        *_work(works, said),
        *_title(works, said),
        *_cohort(viewer, space, said),
    ]
    if {"work", "cohort"} <= {hint.code for hint in found}:
        found.append(Hint("both", "Your cohort and your workplace together: you may be the only one."))
    return found


def _plain(words: str) -> str:
    """Lower case, every run of other signs one space: words are found whole, whatever stands round them."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def _says(said: str, phrases: Iterable[str]) -> bool:
    return any(f" {plain} " in said for plain in map(_plain, phrases) if plain)


def _name(viewer: Viewer, said: str) -> list[Hint]:
    name = User.objects.filter(pk=viewer.person_id).values_list("name", flat=True).first() or ""
    parts = [part for part in _plain(name).split() if len(part) >= SHORTEST_NAME]
    return [Hint("name", "It has a part of your name in it.")] if _says(said, parts) else []


def _work(works: list[Affiliation], said: str) -> list[Hint]:
    """Any name of where they work, official or not. How many others work there is not asked: colleagues hide from one
    another in lists, and a number, or its being great enough, would tell of them."""
    places = [work.organisation for work in works]
    names = [name for place in places for name in (place.name, place.council_name)]
    names += OrganisationAlias.objects.filter(organisation__in=places).values_list("name", flat=True)
    if not _says(said, [*names, *(COMMON.sub(" ", name.casefold()) for name in names)]):
        return []
    return [Hint("work", "It names where you work. You may be the only one here who works there.")]


def _title(works: list[Affiliation], said: str) -> list[Hint]:
    titles = [work.role_title for work in works]
    return [Hint("title", "It has your job title in it.")] if _says(said, titles) else []


def _cohort(viewer: Viewer, space: Space, said: str) -> list[Hint]:
    """Their cohort, as people write it; where only that cohort reads it tells nothing."""
    mine = Role.objects.current().filter(person_id=viewer.person_id, kind__in=[RoleKind.ALUMNA, RoleKind.PARTICIPANT])
    codes = [code for code in mine.values_list("scope", flat=True) if code and cohort(code) != space.audience]
    numbers = [code.lstrip("Cc").lstrip("0") for code in codes]
    phrases = [*codes, *(f"{word}{number}" for number in numbers for word in ("cohort ", "c ", "c"))]
    return [Hint("cohort", "It names your cohort.")] if _says(said, phrases) else []
