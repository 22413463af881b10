"""Who folds what away. It changes nothing for anybody else, so it is asked of nobody."""

from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import can_see


def is_of_another(viewer: Viewer, message: Message) -> bool:
    """Said with a name by somebody else. A pen is folded in its own room; whoever holds it must not be told from others
    by what they may fold. Costs no question."""
    return message.author_id is not None and message.author_id != viewer.person_id


def can_fold(viewer: Viewer, message: Message) -> bool:
    """Whoever reads it, but whoever said it."""
    return is_of_another(viewer, message) and can_see(viewer, message)
