"""What is shown with a message: its files, and what other rooms keep for it in a file `beside.py`: reactions, a poll.

It says `BESIDE`, a list of functions `(messages, viewer) -> {message id: HTML}`. Each asks for all messages at once, in
a constant number of questions. What it gives may depend on whom the viewer does not see (`hidden_everywhere`) and on
nothing else of theirs: readers of equal sight get the same words, and the browser marks what is mine.
"""

from collections.abc import Callable, Sequence

from django.apps import apps
from django.utils.safestring import SafeString, mark_safe

from forum.talk.models import Message
from network.access.viewer import Viewer

Beside = Callable[[Sequence[Message], Viewer], dict[int, SafeString]]


def lay_beside(messages: Sequence[Message], viewer: Viewer) -> None:
    """Give each message `beside`, the HTML that is shown with it. Costs nothing where nothing is."""
    some = [message for message in messages if message.has_beside and message.is_standing]
    found = [beside(some, viewer) for beside in apps.get_app_config("talk").beside] if some else []
    for message in messages:
        parts = [words[message.pk] for words in found if message.pk in words]
        message.beside = mark_safe("".join(parts))  # type: ignore[attr-defined]  # noqa: S308 - of safe parts
