"""What a seat opens: the talk of the event. Inside the transaction that gives the seat or takes it back, so nobody's
`by`."""

from events.booking.models import Registration
from forum.stage.actions.host import leave_talk
from network.access.audience import event as audience_of
from network.people.actions.role import end_role, grant_role
from network.people.models import Role, RoleKind


def admit(registration: Registration) -> None:
    """From now on they are people at this event. Admitted twice, they are so once."""
    event = str(registration.event_id)
    grant_role(person=registration.person, kind=RoleKind.ATTENDEE, scope=event, by=None)


def dismiss(registration: Registration) -> None:
    """They are so no longer, open pages included; whoever leads the talk leads it no more either."""
    place = {"person": registration.person_id, "kind": RoleKind.ATTENDEE, "scope": str(registration.event_id)}
    for role in Role.objects.current().filter(**place):
        end_role(role=role, by=None)
    leave_talk(audience=audience_of(registration.event_id), person=registration.person)
