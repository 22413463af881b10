import asyncio

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django_tasks_db.models import DBTaskResult

from config.urls import handler400, handler403, handler404, handler500  # noqa: F401
from config.urls import urlpatterns as house
from forum.live.hub import hub
from forum.live.pulse import pulse
from network.jobs.models import StuckJob


def constant(request: HttpRequest) -> HttpResponse:
    """The least a page can cost: what all others are measured against."""
    return HttpResponse("<!doctype html><title>Constant</title><p>Always the same.")


def slow(request: HttpRequest) -> HttpResponse:
    """A page whose one query takes 300 ms."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_sleep(0.3)")
    return HttpResponse("slow")


def kept(request: HttpRequest) -> HttpResponse:
    """How much this process keeps of those who read with it, and how much waits in the queue."""
    counting = asyncio.run_coroutine_threadsafe(held_by_the_hub(), hub._loop)
    return JsonResponse(counting.result(10) | {"jobs": waiting_jobs()})


async def held_by_the_hub() -> dict[str, int]:
    """Rooms, those in them, words about them, and everything that runs beside; counted where the hub runs."""
    rooms = hub.rooms.values()
    return {
        "rooms": len(rooms),
        "circles": sum(len(room.circles) for room in rooms),
        "readers": len(hub.readers()),
        "pulses": sum(map(len, pulse._beats)),
        "here": len(hub.presence._here),
        "looks": len(hub.watch._tasks),
        "questions": len(hub.together._waiting) + len(hub.together._tasks),
        "tasks": len(asyncio.all_tasks()),
    }


def waiting_jobs() -> int:
    """Jobs whose time has come, those under way, and those that failed as often as they may."""
    rows = DBTaskResult.objects.filter(backend_name="jobs")
    return rows.ready().count() + rows.running().count() + StuckJob.objects.open().count()


ours = {"constant": constant, "slow": slow, "kept": kept}
urlpatterns = [*(path(f"bench/{name}/", view) for name, view in ours.items()), *house]
