"""Completing a name after an @. What was typed comes by POST and stands in no address."""

import logging

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from forum.spaces.models import Space
from forum.talk.forms import NameForm
from forum.talk.mentions import names_for
from network.access.visible import find

log = logging.getLogger("bali.talk")


@require_POST
def names(request: HttpRequest, public_id: str) -> HttpResponse:
    """At most eight names of readers of a space. Beyond the limit a 429, and a line in the log."""
    space = find(Space, request.viewer, public_id)
    if not ratelimit.consume(request, app="allauth.account", action="complete_names"):
        log.warning("names_completed_in_bulk", extra={"person_id": request.viewer.person_id})
        return HttpResponse(status=429, headers={"Retry-After": "60"})
    form = NameForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    return JsonResponse({"names": names_for(request.viewer, space, form.cleaned_data["name"])})
