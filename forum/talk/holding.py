"""Why would this be held? Each room keeps its reasons in a file `holding.py`.

It says `HOLDS`, a list of functions `(viewer, space, body) -> words`: in words for whoever decides, at most eighty
letters, or empty where nothing speaks against posting at once.
"""

from collections.abc import Callable

from django.apps import apps

from forum.spaces.models import Space
from forum.spaces.rules import is_held_back, is_looked_at
from network.access.viewer import Viewer

Hold = Callable[[Viewer, Space, str], str]


def why_held(viewer: Viewer, space: Space, body: str) -> str:
    """Why somebody looks at these words of this viewer's before others see them; empty where nobody does."""
    if not is_looked_at(viewer, space):
        return ""
    return next(filter(None, (hold(viewer, space, body) for hold in apps.get_app_config("talk").holds)), "")


def would_wait(viewer: Viewer, space: Space, body: str) -> bool:
    """Whether others would see these words later or never: for what cannot be kept back, and is refused instead."""
    return is_held_back(viewer, space) or bool(why_held(viewer, space, body))
