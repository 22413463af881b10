"""Journeys: a real browser before a real house with the demo world in it.

    def test_ada_reads(open_as, house_url):
        page = open_as("ada")                               # signed in, second factor done
        page.goto(f"{house_url}/m/")

    open_as("bola", java_script_enabled=False)              # any option of a browser context
    open_as("outsider", color_scheme="dark", viewport={"width": 320, "height": 640})

No ORM here: the browser library keeps a loop running in this thread. `house.manage(...)` runs a management command.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.proxy import Proxy
from tests.journeys.steps import make_signed_in, numbers
from tests.running import House, Web
from tests.services.browser import FLAGS, find
from tests.world import cookies, copy_of_world

AT_WORK = """
from network.people.actions.affiliation import affiliate
from network.people.models import User
from tests.factories.network import make_authority
affiliate(person=User.objects.get(name="{name}"), organisation=make_authority("{place}"))
"""

NEW_TALK = """
from datetime import timedelta
from network.access.viewer import viewer_of
from network.people.models import User
from tests.factories.stage import make_chair, make_sitting
people = [User.objects.get(email=f"{{name}}@elsewhere.example") for name in {names}]
finn = viewer_of(User.objects.get(email="finn@cast.example"))
talk = make_sitting(finn, *people, starts_in=timedelta(seconds={seconds}))
make_chair(finn, talk, people[0])
print(talk.thread.public_id)
"""


@pytest.fixture(scope="session")
def house(tmp_path_factory) -> Iterator[House]:
    """The demo world with a worker; `house_url` is where its web process answers."""
    folder = tmp_path_factory.mktemp("house")
    with House(folder, copy_of_world(folder)) as house:
        house.start_worker()
        yield house


@pytest.fixture(scope="session")
def sessions(house) -> dict[str, str]:
    return cookies(house)


@pytest.fixture(scope="session")
def web(house) -> Web:
    return house.start_web()


@pytest.fixture(scope="session")
def house_url(web) -> str:
    return web.url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or find()
    if not path:
        pytest.skip("no Chromium here")
    with sync_playwright() as library:
        browser = library.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_as(browser, house_url, sessions) -> Iterator[Callable[..., Page]]:
    """A page in a browser context of its own, signed in as one of the cast, or nobody for "outsider"."""
    contexts = []

    def open_page(handle: str, **options) -> Page:
        context = browser.new_context(base_url=house_url, **options)
        contexts.append(context)
        if handle != "outsider":
            context.add_cookies([{"name": "sessionid", "value": sessions[handle], "url": house_url}])
        page = context.new_page()
        page.set_default_timeout(15_000)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def join(house, sessions, open_as):
    """Somebody new: `join("Nia")`, `join("Kemi", kind="moderator", place="Borough of Two")`."""

    def make(name: str, *, kind: str = "ally", place: str = "", **options) -> Page:
        handle = f"{name}{next(numbers)}"
        sessions[handle] = make_signed_in(house, name=handle, kind=kind)
        house.manage("shell", "-v", "0", "-c", AT_WORK.format(name=handle, place=place or f"Borough of {handle}"))
        page = open_as(handle, **options)
        page.person_name = handle
        return page

    return make


@pytest.fixture
def company(house, sessions, open_as) -> Callable[..., tuple[str, list[Page]]]:
    """`company(60, {}, {})`: a talk that begins in a minute, and the pages of those with a seat, the chair first."""

    def gather(seconds: int, *options: dict) -> tuple[str, list[Page]]:
        handles = [f"Seat{next(numbers)}x{number}" for number in range(len(options))]
        for handle in handles:
            sessions[handle] = make_signed_in(house, name=handle)
        names = [handle.lower() for handle in handles]
        made = house.manage("shell", "-v", "0", "-c", NEW_TALK.format(names=names, seconds=seconds))
        pages = [open_as(handle, **more) for handle, more in zip(handles, options, strict=True)]
        return f"/m/t/{made.split()[-1]}/", pages

    return gather


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    proxy = Proxy().start()
    yield proxy
    proxy.stop()
