"""One box over everything a viewer may see."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps

from network.access.viewer import OUTSIDER, Viewer

PER_KIND = 10


@dataclass(frozen=True)
class Found:
    """Results of one kind, and the card that shows each. Empty kinds are left out."""

    title: str
    card: str
    things: list[Any]


def find_everything(viewer: Viewer, words: str, *, public_only: bool) -> list[Found]:
    """What the words find, kind by kind, at most ten each. Nothing is asked without words."""
    if not words.strip():
        return []
    eyes = OUTSIDER if public_only else viewer
    found = [
        Found(kind.title, kind.card, list(kind.find(eyes, words)[:PER_KIND]))
        for kind in apps.get_app_config("search").findables  # type: ignore[attr-defined]
        if kind.is_public or not public_only
    ]
    return [kind for kind in found if kind.things]
