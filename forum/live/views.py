"""Streams and long polls, for pages whose sockets are refused on the way. Served natively, never over the bridge."""

from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from forum.live import stream
from forum.live.hub import hub
from forum.live.sight import Ticket
from forum.live.sight import ticket_of as ticket_to
from forum.spaces.models import Space
from network.access.visible import find


@require_GET
def events(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Server-sent events. A browser that comes back says where it stood by Last-Event-ID."""
    ticket = ticket_of(request, public_id)
    cursor = request.headers.get("Last-Event-ID") or request.GET.get("after", "")
    body = stream.events(ticket, cursor[:200]) if is_live(request) else ["retry: 10000\n\n"]
    response = StreamingHttpResponse(body, content_type="text/event-stream; charset=utf-8")
    response["X-Accel-Buffering"] = "no"
    return response


@require_GET
def poll(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Waits up to 25 seconds for news."""
    ticket = ticket_of(request, public_id)
    if not is_live(request):
        return JsonResponse({"frames": [], "end": None})
    body = stream.one_answer(ticket, request.GET.get("after", "")[:200])
    return StreamingHttpResponse(body, content_type="application/json")


@require_GET
def socket(request: HttpRequest, public_id: str) -> HttpResponse:
    """The socket's address, asked without an upgrade."""
    find(Space, request.viewer, public_id)  # type: ignore[attr-defined]
    return HttpResponse(status=426, headers={"Upgrade": "websocket"})


def ticket_of(request: HttpRequest, public_id: str) -> Ticket:
    """A ticket for the one who asks. Raises Http404."""
    viewer = request.viewer  # type: ignore[attr-defined]
    space = find(Space, viewer, public_id)
    return ticket_to(request.session.session_key or "", viewer, getattr(request.user, "name", ""), space)


def is_live(request: HttpRequest) -> bool:
    """Whether this process can wait: under plain WSGI there is no hub, and an endless answer would hold a worker."""
    return isinstance(request, ASGIRequest) and hub.is_open
