"""Everything that matters, in a browser that runs no script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import make_event, make_member, open_thread, said, say, sign_in_with_password

ADDRESS = "plain@elsewhere.example"


@pytest.fixture(scope="module")
def member(house) -> str:
    make_member(house, address=ADDRESS, name="Plain")
    return ADDRESS


@pytest.fixture
def page(open_as) -> Page:
    return open_as("outsider", java_script_enabled=False)


def test_an_article_is_found_and_read(page):
    page.goto("/blog/")
    card = page.get_by_role("main").locator(".card__title a").first
    title = card.inner_text()
    card.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)

    page.goto("/search/")
    page.locator("main [name=q]").fill(title)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page.get_by_role("main").get_by_role("link", name=title)).to_be_visible()


def test_one_signs_in_talks_books_reports_and_leaves(house, open_as, page, member):
    event = make_event(house, title="A plain evening", seats=5)
    ada = open_as("ada")
    thread = open_thread(ada, "Plain words", "Can you read this?")

    sign_in_with_password(page, member)
    page.wait_for_url("**/m/")
    page.goto(thread)
    expect(said(page)).to_have_text(["Can you read this?"])
    # What takes a script is not offered.
    expect(page.get_by_role("button", name="Mention")).to_be_hidden()
    expect(page.locator(".composer kbd").first).to_be_hidden()
    say(page, "I **can**")
    expect(said(page)).to_have_text(["Can you read this?", "I can"])
    expect(said(ada)).to_have_text(["Can you read this?", "I can"])
    say(ada, "Good")
    expect(said(ada)).to_have_count(3)
    page.get_by_role("link", name="Check for new messages").click()
    page.goto(thread)
    expect(said(page)).to_have_text(["Can you read this?", "I can", "Good"])

    page.goto(event)
    page.get_by_role("button", name="Register").click()
    expect(page.get_by_role("heading", name=re.compile("You have a seat"))).to_be_visible()
    page.get_by_role("link", name="Cancel my place").click()
    page.get_by_role("button", name="Cancel my place").click()
    page.goto(event)
    expect(page.get_by_role("button", name="Register")).to_be_visible()

    page.goto(thread)
    page.get_by_role("link", name="More about this message of Ada Okafor-Lynch").last.click()
    page.get_by_role("link", name="Report message").click()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose what is wrong with it")
    page.get_by_label("Something else").check()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()

    page.goto("/m/")
    page.get_by_role("button", name="Sign out").click()
    page.goto(thread)
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
