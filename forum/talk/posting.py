"""What other rooms do when something that waited is posted. Each keeps it in a file `posting.py`.

It says `POSTED`, a list of functions `(message) -> None`, called inside the transaction that posts.
"""

from django.apps import apps

from forum.talk.models import Message


def tell_posted(message: Message) -> None:
    """Let the rooms above say what they know of it, before anybody reads it."""
    for hear in apps.get_app_config("talk").posted:  # type: ignore[attr-defined]
        hear(message)
