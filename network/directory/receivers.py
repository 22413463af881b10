"""A profile begins with a membership."""

from typing import Any

from django.dispatch import receiver

from network.access.viewer import viewer_of
from network.directory.actions.profile import keep_membership
from network.people.models import User
from network.people.signals import access_changed


@receiver(access_changed, dispatch_uid="directory.begin_profile")
def begin_profile(sender: Any, person_id: int, **_: Any) -> None:
    """Sent after commit; should it be lost, the first visit to one's own profile makes it."""
    person = User.objects.filter(pk=person_id).first()
    if person is not None and viewer_of(person).is_member:
        keep_membership(person=person)
