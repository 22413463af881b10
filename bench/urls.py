from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.urls import handler400, handler403, handler404, handler500  # noqa: F401
from config.urls import urlpatterns as house


def constant(request: HttpRequest) -> HttpResponse:
    """The least a page can cost: what all others are measured against."""
    return HttpResponse("<!doctype html><title>Constant</title><p>Always the same.")


def slow(request: HttpRequest) -> HttpResponse:
    """A page whose one query takes 300 ms."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_sleep(0.3)")
    return HttpResponse("slow")


urlpatterns = [path("bench/constant/", constant), path("bench/slow/", slow), *house]
