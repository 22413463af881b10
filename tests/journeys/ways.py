"""The ways by which an open page hears what is new: by socket, by stream, by long polls."""

from playwright.sync_api import Page, expect

from tests.journeys.steps import until
from tests.journeys.test_people_talk_live import NO_SOCKETS

WAYS = ("socket", "stream", "poll")
LINE = "document.querySelector('live-thread').line"


def leave_only(page: Page, way: str) -> None:
    """From now on whatever this page opens hears by that way alone."""
    if way != "socket":
        page.add_init_script(NO_SOCKETS)
    if way == "poll":
        page.context.route("**/m/live/stream/**", lambda route: route.abort())


def wait_for_line(page: Page, way: str = "socket") -> None:
    until(lambda: page.evaluate(f"{LINE}.way === '{way}' && {LINE}.state === 'open'"), 60)


def hide_from(page: Page, organisation: str) -> None:
    """Raise the shield everywhere, from its own page."""
    page.goto("/m/you/shield/")
    page.get_by_label("Organisation", exact=True).select_option(label=organisation)
    page.get_by_label("Everywhere").check()
    page.get_by_role("button", name="Hide from them").click()
    expect(page.get_by_role("button", name=f"Be seen again by {organisation}")).to_be_visible()
