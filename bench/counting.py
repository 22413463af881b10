"""How many queries an answer took, said in a header."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

HEADER = "Bench-Queries"


def counting(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, the outermost: nothing the house asks escapes it."""

    def count(request: HttpRequest) -> HttpResponse:
        asked = 0

        def wrapper(execute: Callable, sql: str, params: Any, many: bool, context: dict) -> Any:
            nonlocal asked
            asked += 1
            return execute(sql, params, many, context)

        with connection.execute_wrapper(wrapper):
            response = get_response(request)
        response[HEADER] = str(asked)
        return response

    return count
