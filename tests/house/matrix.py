"""Reads the access matrix and asks its questions."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.crypto import get_random_string

from tests.house.company import ORDER, Company, thing

FILE = Path(__file__).with_name("matrix.toml")
OURS = ("config.", "network.", "editorial.", "forum.", "events.")
# What differs from one answer to the next though nothing is told by it.
CHANCE = re.compile(
    rb"""(?<=name="csrfmiddlewaretoken"\svalue=")\w+ | (?<=nonce=")[^"]+ | (?<='nonce-)[^']+
    | (?<=data-request-id=")[^"]+ | (?<=name="key"\svalue=")[^"]+""",
    re.VERBOSE,
)
UNTOLD_HEADERS = {"x-request-id", "x-correlation-id", "date"}


@dataclass(frozen=True)
class Row:
    """One line of the matrix."""

    title: str
    make: str
    data: Any
    expect: tuple[str, ...]

    @property
    def method(self) -> str:
        first, _, rest = self.title.partition(" ")
        return first if rest else "GET"

    @property
    def route(self) -> str:
        return self.title.rpartition(" ")[2].partition("#")[0]

    def path(self, company: Company) -> str:
        made = thing(self.make)(company) if self.make else {}
        if isinstance(made, str):
            return made
        return self.route if self.route.startswith("/") else reverse(self.route, kwargs=made)

    def form(self, company: Company) -> dict[str, Any]:
        return thing(self.data)(company) if isinstance(self.data, str) else dict(self.data)


def rows() -> list[Row]:
    """Every row, checked for its nine answers."""
    found = []
    for lines in tomllib.loads(FILE.read_text()).values():
        for title, line in lines.items():
            expect = tuple(line["expect"].split())
            assert len(expect) == len(ORDER), f"{title}: {len(expect)} answers for {len(ORDER)} of the cast"
            found.append(Row(title, line.get("make", ""), line.get("data", {}), expect))
    return found


def our_routes() -> Iterator[tuple[str, str]]:
    """Name and pattern of each route whose view is ours."""
    return ((name, pattern) for name, pattern, module in all_routes() if module.startswith(OURS))


def all_routes() -> Iterator[tuple[str, str, str]]:
    """Name, pattern and the view's module of each route."""
    return _walk(get_resolver(), "", "")


def _walk(resolver: URLResolver, space: str, start: str) -> Iterator[tuple[str, str, str]]:
    for entry in resolver.url_patterns:
        pattern = start + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inside = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _walk(entry, inside, pattern)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name}" if entry.name else "", pattern, _view_module(entry)


def _view_module(entry: URLPattern) -> str:
    view = getattr(entry.callback, "view_class", entry.callback)
    return f"{getattr(view, '__module__', '')}."


def answer_to(client: Client, row: Row, path: str, form: dict[str, Any]) -> str:
    """The answer as the matrix writes it."""
    response = client.generic(row.method, path) if row.method not in ("GET", "POST") else _ask(client, row, path, form)
    if response.status_code in (301, 302, 303):
        goal = response["Location"]
        if goal.partition("?")[0] == resolve_url(settings.LOGIN_URL):
            return "302L"
        return "302W" if goal == resolve_url("waiting") else str(response.status_code)
    if response.status_code == 404:
        return "404H" if told(response) == told(_ask(client, row, unknown(path), form)) else "404"
    return str(response.status_code)


def _ask(client: Client, row: Row, path: str, form: dict[str, Any]) -> HttpResponse:
    client.raise_request_exception = False
    return client.post(path, form) if row.method == "POST" else client.get(path, form)


def unknown(path: str) -> str:
    """An address beside this one that never existed."""
    return f"{'/m' if path.startswith('/m/') else ''}/{get_random_string(12).lower()}/"


def told(response: HttpResponse) -> tuple[int, dict[str, str], list[str], bytes]:
    """All that an answer tells: status, headers, names of cookies, body; without what is chance."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = {
        name.lower(): CHANCE.sub(b"", value.encode()).decode()
        for name, value in response.items()
        if name.lower() not in UNTOLD_HEADERS
    }
    return response.status_code, headers, sorted(response.cookies), CHANCE.sub(b"", body)
