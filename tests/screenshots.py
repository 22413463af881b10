"""`./bali screenshots`: every page type, both widths, both themes, into docs/screenshots.

./bali screenshots                 all of them
./bali screenshots home thread     those whose name begins so
"""

import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import django
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

django.setup()

from config.env import ROOT  # noqa: E402
from tests.running import House  # noqa: E402
from tests.services.browser import FLAGS, find  # noqa: E402
from tests.world import cookies, copy_of_world  # noqa: E402

TARGET = ROOT / "docs" / "screenshots"
WIDTHS = {"desktop": {"width": 1280, "height": 900}, "mobile": {"width": 390, "height": 844}}
THEMES = ("light", "dark")


def first_link(list_address: str, pattern: str, below: str = "") -> Callable[[Page], str]:
    """The address of the first link on a page that matches, or of what stands below it."""

    def look(page: Page) -> str:
        page.goto(list_address)
        links = [link.get_attribute("href") or "" for link in page.locator("main a").all()]
        return next(link for link in links if re.fullmatch(pattern, link)) + below

    return look


def thread_with_files(page: Page) -> str:
    """The address of the demo world's message with a picture, as a search finds it."""
    page.goto("/m/search/")
    page.locator("main [name=q]").fill("how we set the room")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    return page.locator("main a[href*='/m/t/']").first.get_attribute("href") or ""


def under_thread(pattern: str) -> Callable[[Page], str]:
    """The address of the first link in a thread that matches."""

    def look(page: Page) -> str:
        thread = first_link("/m/discussions/", r"/m/t/\w+/.*|/m/t/\w+/")(page)
        return first_link(thread, pattern)(page)

    return look


def talk_of_an_event(page: Page) -> str:
    """The address of the talk that an event of the demo world leads to, for those with a seat."""
    page.goto("/m/events/")
    events = [link.get_attribute("href") or "" for link in page.locator("main a[href^='/m/e/']").all()]
    for event in events:
        page.goto(event)
        for talk in page.locator("main .panel--talk a[href^='/m/t/']").all():
            return talk.get_attribute("href") or ""
    raise StopIteration("no event leads to a talk")


def host_of_a_talk(page: Page) -> str:
    return f"{talk_of_an_event(page)}host/"


# Name, who looks, and where: an address, or how to find one.
PAGES: list[tuple[str, str, str | Callable[[Page], str]]] = [
    ("home", "outsider", "/"),
    ("blog-index", "outsider", "/blog/"),
    ("article", "outsider", first_link("/blog/", r"/blog/[\w-]+/")),
    ("programme", "outsider", "/programmes/bali/"),
    ("events", "outsider", "/events/"),
    ("event", "bola", first_link("/events/", r"/m/[a-z0-9]{12}/")),
    ("sign-in", "outsider", "/accounts/login/"),
    ("join", "outsider", "/join/"),
    ("join-question", "outsider", "/join/ally/name/"),
    ("search", "outsider", "/search/?q=panel"),
    ("not-found", "outsider", "/never-was/"),
    ("member-home", "ada", "/m/"),
    ("directory", "bola", "/m/people/"),
    ("profile", "bola", first_link("/m/people/", r"/m/p/\w+/")),
    ("profile-edit", "ada", "/m/you/profile/"),
    ("shields", "ada", "/m/you/shield/"),
    ("preferences", "ada", "/m/notices/preferences/"),
    ("space-mail", "ada", "/m/you/spaces/"),
    ("talk-habits", "ada", "/m/you/discussions/"),
    ("discussions", "ada", "/m/discussions/"),
    ("space", "ada", first_link("/m/discussions/", r"/m/s/\w+/")),
    ("thread", "ada", first_link("/m/discussions/", r"/m/t/\w+/.*|/m/t/\w+/")),
    ("thread-files", "ada", thread_with_files),
    ("talk", "bola", talk_of_an_event),
    ("host", "ada", host_of_a_talk),
    ("message", "ada", under_thread(r"/m/t/\w+/messages/\w+/")),
    ("poll-new", "ada", under_thread(r"/m/t/\w+/polls/new/")),
    (
        "unnamed",
        "ada",
        lambda page: first_link("/m/you/words/", r"/m/t/\w+/messages/.*")(page).split("messages")[0] + "composer/",
    ),
    ("own-words", "ada", "/m/you/words/"),
    ("openings", "dina", "/m/desk/openings/"),
    ("notices", "ada", "/m/notices/"),
    ("messages", "ada", "/m/conversations/"),
    ("conversation", "ada", first_link("/m/conversations/", r"/m/t/\w+/")),
    ("conversation-new", "ada", "/m/conversations/new/"),
    ("request", "ada", first_link("/m/conversations/", r"/m/conversations/requests/\w+/")),
    ("blocks", "ada", "/m/blocks/"),
    ("reports", "dina", "/m/desk/reports/"),
    ("duty", "dina", "/m/desk/duty/"),
    ("oversight", "kemi", "/m/desk/oversight/"),
    ("moderators", "kemi", "/m/desk/moderators/"),
    ("welcome-desk", "finn", "/m/desk/welcome/"),
    ("waiting", "eve", "/accounts/waiting/"),
]


def take(browser: Browser, url: str, sessions: dict[str, str], wanted: list[str]) -> list[Path]:
    """The pictures, each page in four settings. Raises StopIteration when a page to look at cannot be found."""
    taken = []
    for name, who, where in PAGES:
        if wanted and not name.startswith(tuple(wanted)):
            continue
        for width, viewport in WIDTHS.items():
            for theme in THEMES:
                context = browser.new_context(base_url=url, viewport=viewport, color_scheme=theme)
                if who != "outsider":
                    context.add_cookies([{"name": "sessionid", "value": sessions[who], "url": url}])
                page = context.new_page()
                page.goto(where if isinstance(where, str) else where(page))
                page.wait_for_load_state("load")
                path = TARGET / f"{name}-{width}-{theme}.png"
                page.screenshot(path=path, full_page=name != "thread")
                # Few colours are plenty for looking at, and keep the repository small.
                Image.open(path).convert("RGB").quantize(128).save(path, optimize=True)
                taken.append(path)
                context.close()
    return taken


def main(wanted: list[str]) -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, House(Path(folder), copy_of_world(Path(folder))) as house:
        sessions, web = cookies(house), house.start_web()
        with sync_playwright() as library:
            browser = library.chromium.launch(executable_path=os.environ.get("CHROMIUM") or find(), args=FLAGS)
            for path in take(browser, web.url, sessions, wanted):
                print(path.relative_to(ROOT))  # noqa: T201
            browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
