"""Django's groups serve the CMS alone, and follow from dated roles."""

from typing import Any

from django.contrib.auth.models import Group
from django.dispatch import receiver

from network.people.models import Role, RoleKind, User
from network.people.signals import access_changed

EDITORS = "Editors"
EVENTS_MANAGERS = "Events managers"
PROGRAMME_MANAGERS = "Programme managers"
PUBLISHERS = "Publishers"
GROUP_OF = {
    RoleKind.EDITOR: EDITORS,
    RoleKind.EVENTS_MANAGER: EVENTS_MANAGERS,
    RoleKind.PROGRAMME_MANAGER: PROGRAMME_MANAGERS,
    RoleKind.OWNER: PUBLISHERS,
}


def derive_groups(person: User) -> None:
    """Put a person into exactly the groups their current roles call for."""
    kinds = Role.objects.filter(person=person).current().values_list("kind", flat=True)
    wanted = {GROUP_OF[RoleKind(kind)] for kind in kinds if kind in GROUP_OF} if person.is_active else set()
    person.groups.set(Group.objects.filter(name__in=wanted))


@receiver(access_changed, dispatch_uid="editorial.derive_groups")
def on_access_changed(sender: Any, person_id: int, **_: Any) -> None:
    person = User.objects.filter(pk=person_id).first()
    if person is not None:
        derive_groups(person)
