"""What the CMS says to an editor whose change meets bookings."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from wagtail import hooks

from events.booking.models import Seating
from events.diary.models import EventPage

WORDS = (
    "More people hold a seat than this event now has: {taken} for {capacity}. Nobody was dropped, and no seat is "
    "given until enough come free."
)


@hooks.register("after_edit_page")
def warn_of_too_few_seats(request: HttpRequest, page: Any) -> None:
    """Capacity was cut below the seats already given."""
    if not isinstance(page, EventPage):
        return
    seating = Seating.objects.filter(event=page).first()
    if seating and seating.taken > page.capacity:
        messages.warning(request, WORDS.format(taken=seating.taken, capacity=page.capacity))
