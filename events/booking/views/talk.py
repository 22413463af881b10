"""The talk of an event, for its organisers. They open it for others, and need not read it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from events.booking.actions.talk import open_talk
from events.booking.forms import TalkForm
from events.booking.models import Registration
from events.booking.talk import talk_of
from events.booking.views.attendee import event_of
from events.diary.models import EventPage
from forum.stage.actions.host import NotAReader
from forum.stage.actions.sitting import TooLate
from forum.stage.models import Host, Part, Sitting
from network.access.answers import refuse
from network.access.visible import Refused
from network.people.models import User
from network.records.actions.log import record_staff_action

PARTS = (("chairs", Part.CHAIR), ("panel", Part.PANEL))
PAGE = "events/booking/talk/edit.html"
TOO_LATE = "This event was over a week ago. Its talk would be closed already."
GONE = "Somebody you chose has given their seat back meanwhile. Choose again."


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, public_id: str) -> HttpResponse:
    """Open it and say who leads it, or change that."""
    event = event_of(request, public_id)
    form, sitting = talk_form(request, event)
    context = {"event": event, "form": form, "sitting": sitting}
    if request.method == "GET" or not form.is_valid():
        return render(request, PAGE, context, status=200 if request.method == "GET" else 422)
    try:
        open_talk(by=request.viewer, event=event, **form.cleaned_data)
    except (Refused, TooLate, NotAReader) as problem:
        form.add_error(None, {TooLate: TOO_LATE, NotAReader: GONE}.get(type(problem)) or str(problem))
        return refuse(request, PAGE, context, status=409)
    return redirect("event_talk", public_id)


def talk_form(request: HttpRequest, event: EventPage) -> tuple[TalkForm, Sitting | None]:
    """With those who have a seat, and those who lead it now. That the names were looked at is noted."""
    record_staff_action(by=request.viewer, verb="saw_attendees", about_id=None, reason=f"event {event.pk}")
    seated = Registration.objects.filter(event=event).confirmed().values("person_id")
    people = list(User.objects.filter(pk__in=seated, is_active=True).order_by("name", "pk"))
    sitting = Sitting.objects.of(talk_of(event).audience).select_related("thread").first()
    hosts = list(Host.objects.filter(sitting=sitting).values_list("part", "person__public_id")) if sitting else []
    named = {name: [one for part, one in hosts if part == kind] for name, kind in PARTS}
    return TalkForm(request.POST if request.method == "POST" else None, people=people, initial=named), sitting
