"""What can be found. Each room keeps its own in `search.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from network.access.viewer import Viewer


@dataclass(frozen=True)
class Findable:
    """A kind of thing with its card. `find` answers through sight: what a viewer may not see does not exist in it."""

    name: str
    title: str
    find: Callable[[Viewer, str], QuerySet[Any]]
    card: str
    is_public: bool = False
