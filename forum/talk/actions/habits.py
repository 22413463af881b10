"""Choosing how one is seen and spoken to."""

from django.db import transaction

from forum.talk.models import Habits
from network.access.viewer import Viewer
from network.access.visible import require
from network.people.actions.role import announce as look_again_at


def choose_habits(*, by: Viewer, shows_presence: bool, shows_typing: bool, announce: str) -> Habits:
    """Take what somebody chose. Pages they have open obey at once."""
    require(by.person_id is not None)
    chosen = {"shows_presence": shows_presence, "shows_typing": shows_typing, "announce": announce}
    with transaction.atomic():
        habits, _ = Habits.objects.update_or_create(person_id=by.person_id, defaults=chosen)
        look_again_at(habits.person_id)
    return habits
