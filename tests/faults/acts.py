"""Addresses of a house in which others take somebody's rights away, done by the web process as their pages do it."""

import os

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from config.urls import *  # noqa: F403
from config.urls import urlpatterns as of_the_house
from forum.live.doorbell import doorbell
from forum.live.hub import hub
from forum.spaces.models import Space
from network.people.actions.role import end_role, grant_role
from network.people.actions.suspension import restore, suspend
from network.people.models import RoleKind, User

ACTS = {
    "role ended": lambda person: end_role(role=person.roles.get(kind=RoleKind.ALUMNA), by=None),
    "role granted": lambda person: grant_role(person=person, kind=RoleKind.ALUMNA, scope="C09", by=None),
    "suspended": lambda person: suspend(person=person, by=None),
    "restored": lambda person: restore(person=person, by=None),
    "erased": lambda person: person.delete(),
}

if os.environ.get("RINGS_OF_RIGHTS") == "no":
    # The guard is gone: rings tell of spaces, and of nobody's rights or session.
    ring = doorbell.ring

    def ring_of_spaces(note):
        note.people, note.sessions = set(), set()
        ring(note)

    doorbell.ring = ring_of_spaces


@csrf_exempt
def act(request: HttpRequest, person: int) -> HttpResponse:
    ACTS[request.POST["act"]](User.objects.get(pk=person))
    return HttpResponse("done")


def readers(request: HttpRequest) -> JsonResponse:
    """How many lines this process reads, those still joining left out, and how many people are told to be here."""
    circles = [circle for room in list(hub.rooms.values()) for circle in list(room.circles.values())]
    here = {person for space in Space.objects.all() for person in hub.presence.people_in(space.pk)}
    return JsonResponse({"readers": sum(len(circle.readers) for circle in circles), "here": len(here)})


urlpatterns = [path("acts/<int:person>/", act), path("readers/", readers), *of_the_house]
