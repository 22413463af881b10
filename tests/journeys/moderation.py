"""Steps of those who report and those who moderate."""

from playwright.sync_api import Page, expect

WORDS = "Words that should not stand"
HIDDEN = "A message was hidden here"


def report(page: Page, thread: str, reason: str, *, at_work: bool = False) -> str:
    """In two steps from the thread; gives the reference."""
    page.goto(thread)
    begin_report(page, WORDS)
    page.get_by_label(reason).check()
    if at_work:
        page.locator("main [name=is_about_workplace]").check()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    return page.locator("main strong").inner_text()


def begin_report(page: Page, words: str) -> None:
    """From the message's own page, where a page without a script leads at once."""
    more = page.locator(".message", has_text=words).get_by_role("link", name="More about this message").first
    page.goto(more.get_attribute("href"))
    page.get_by_role("link", name="Report message").click()


def open_case(page: Page, words: str) -> None:
    page.goto("/m/desk/reports/")
    page.locator(".thread-row", has_text=words).get_by_role("link").first.click()
