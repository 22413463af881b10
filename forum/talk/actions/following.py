"""Being told what is new in a thread, or nothing of it at all."""

from forum.talk.models import Following, Thread
from network.access.viewer import Viewer
from network.access.visible import can_see, require


def set_following(*, by: Viewer, thread: Thread, level: str) -> Following:
    """Follow a thread or mute it. The latest choice counts, and posting does not undo a mute."""
    require(can_see(by, thread))
    following, _ = Following.objects.update_or_create(person_id=by.person_id, thread=thread, defaults={"level": level})
    return following


def stop_following(*, by: Viewer, thread: Thread) -> None:
    """Neither follow nor mute. Stopped twice, it is stopped."""
    require(can_see(by, thread))
    Following.objects.visible_to(by).filter(thread=thread).delete()
