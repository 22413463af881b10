"""One who reads with scripts and one without, of equal rights: the same messages in the same order and words."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import numbers, open_thread, said, say
from tests.journeys.test_message_menu import open_menu
from tests.journeys.test_people_talk_live import LONG
from tests.journeys.ways import hide_from, wait_for_line

MESSAGE = "[role=log] [id^='message-']"
LOSE = """
from network.people.actions.role import end_role
from network.people.models import Role
for role in Role.objects.filter(person__name__in={names}):
    end_role(role=role, by=None)
"""


def whole(page: Page) -> list[tuple[str, str]]:
    """Every message of a page: its id, and its words as they are read. A script drops the pictures of follow-ups."""
    messages = page.locator(MESSAGE).all()
    return [
        (message.get_attribute("id"), " ".join(message.locator(".message__main").inner_text().split()))
        for message in messages
    ]


@pytest.mark.timeout(300)
def test_a_scripted_page_kept_open_and_a_plain_one_read_the_same(join, house):
    place = f"Borough of Two Ways {next(numbers)}"
    (
        bo,
        amara,
    ) = join("Bo"), join("Amara")
    scripted, plain = join("Ann", place=place), join("Ann", place=place, java_script_enabled=False)
    thread = open_thread(bo, "Two ways to read", "First")
    amara.goto(thread)
    scripted.goto(thread)
    wait_for_line(scripted)

    say(amara, "Said before she hid")
    say(bo, "To be **mended**")
    say(bo, "To be taken back")
    say(bo, "Last")
    expect(said(scripted)).to_have_count(5, timeout=LONG)
    say(plain_at(plain, thread), "By a plain form")
    expect(said(scripted).last).to_have_text("By a plain form", timeout=LONG)
    assert same(scripted, plain, thread) == [
        "First",
        "Said before she hid",
        "To be mended",
        "To be taken back",
        "Last",
        "By a plain form",
    ]

    more = bo.locator(MESSAGE).filter(has_text="To be mended").locator("a.message__time")
    bo.goto(f"{more.get_attribute('href')}edit/")
    bo.get_by_label("Your message").fill("Mended *now*")
    bo.get_by_role("button", name="Save").click()
    open_menu(bo, 3)
    bo.get_by_role("menuitem", name="Delete").click()
    expect(scripted.get_by_text(re.compile("deleted this message"))).to_be_visible(timeout=LONG)
    assert same(scripted, plain, thread) == ["First", "Said before she hid", "Mended now", "Last", "By a plain form"]

    hide_from(amara, place)
    expect(scripted.get_by_text("Said before she hid")).to_have_count(0, timeout=LONG)
    wait_for_line(scripted)
    assert same(scripted, plain, thread) == ["First", "Mended now", "Last", "By a plain form"]

    names = [scripted.person_name, plain.person_name]
    house.manage("shell", "-v", "0", "-c", LOSE.format(names=names))
    answers = [(page.goto(thread).url, page.get_by_role("heading", level=1).inner_text()) for page in (scripted, plain)]
    assert answers[0] == answers[1]
    assert not any("Mended" in page.content() for page in (scripted, plain))


def plain_at(page: Page, thread: str) -> Page:
    page.goto(thread)
    return page


def same(scripted: Page, plain: Page, thread: str) -> list[str]:
    """The words of both pages, which are the same with their ids, times, notes and order."""
    plain.goto(thread)
    assert whole(scripted) == whole(plain)
    return said(plain).all_inner_texts()
