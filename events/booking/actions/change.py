"""An event was published with another date, another capacity, or cancelled: those who booked are told once."""

from django.db import transaction

from events.booking.actions.offer import offer_next
from events.booking.models import Registration, Seating
from events.booking.notices import CALLED_OFF, MOVED
from events.booking.talk import talk_of
from events.diary.models import EventPage
from forum.stage.actions.sitting import move_sitting
from network.notices.actions.tell import tell
from network.notices.kind import Kind


def follow_event(*, event: EventPage) -> None:
    """Bring bookings in step with the page. Run again, it says nothing twice."""
    with transaction.atomic():
        seating = Seating.objects.lock(event)
        event.refresh_from_db(fields=["title", "cancelled_at", "starts_at", "ends_at", "join_link"])
        move_sitting(talk=talk_of(event))
        if event.is_cancelled:
            _tell_all(event, CALLED_OFF, "")
            return
        if seating.starts_at != event.starts_at:
            Seating.objects.filter(pk=seating.pk).update(starts_at=event.starts_at)
            _tell_all(event, MOVED, event.starts_at.isoformat())
        offer_next(event=event)


def _tell_all(event: EventPage, kind: Kind, which: str) -> None:
    for one in Registration.objects.filter(event=event).live().select_related("person"):
        tell(person=one.person, kind=kind, ref=one.public_id, key=f"{kind.name}:{one.pk}:{one.key}:{which}")
