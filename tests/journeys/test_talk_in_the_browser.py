"""What the browser alone does in a thread: keys, quotes, absence, announcements, words kept over an end of session."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import (
    make_member,
    make_signed_in,
    numbers,
    open_thread,
    said,
    say,
    sign_in_with_password,
)

LONG = 30_000
END_SESSIONS = """
from django.contrib.sessions.models import Session
for session in Session.objects.all():
    if session.get_decoded().get("_auth_user_id") == str({person}):
        session.delete()
"""
MANY = """
from uuid import uuid4
from django.utils import timezone
from forum.talk.actions.message import post_message
from forum.talk.models import Thread
from network.access.viewer import viewer_of
thread = Thread.objects.get(public_id="{thread}")
for number in range({many}):
    post_message(by=viewer_of(thread.author), thread=thread, body=f"Missed {{number}}", key=uuid4(), at=timezone.now())
"""


@pytest.fixture
def pair(house, sessions, open_as) -> list[Page]:
    names = [f"{name}{next(numbers)}" for name in ("Kay", "Lou")]
    for name in names:
        sessions[name] = make_signed_in(house, name=name)
    return [open_as(name) for name in names]


def the_box(page: Page):
    return page.get_by_label("Your message")


def id_of(thread: str) -> str:
    return thread.rstrip("/").rsplit("/", 1)[-1]


def test_a_conversation_by_keys_alone(pair):
    kay, lou = pair
    thread = open_thread(kay, "Keys alone", "First words")
    lou.goto(thread)
    say(kay, "Second words")
    expect(said(lou)).to_have_count(2)
    messages = lou.locator("[role=log] [id^=message-]")

    the_box(lou).focus()
    lou.keyboard.press("Shift+Tab")
    # The log is one stop: whatever is reached last lies inside its current message.
    assert lou.evaluate("document.querySelectorAll('[role=log] [id^=message-][tabindex=\"0\"]').length") == 1
    messages.nth(1).focus()
    lou.keyboard.press("Home")
    expect(messages.nth(0)).to_be_focused()
    lou.keyboard.press("ArrowDown")
    expect(messages.nth(1)).to_be_focused()
    lou.keyboard.press("ArrowUp")
    lou.keyboard.press("ArrowUp")
    expect(messages.nth(0)).to_be_focused()
    lou.keyboard.press("End")
    expect(messages.nth(1)).to_be_focused()
    lou.keyboard.press("Tab")
    assert messages.nth(1).evaluate("message => message.contains(document.activeElement)")
    lou.keyboard.press("Escape")
    expect(the_box(lou)).to_be_focused()

    messages.nth(0).focus()
    lou.keyboard.press("q")
    expect(the_box(lou)).to_be_focused()
    expect(the_box(lou)).to_have_value("> First words\n\n")
    lou.keyboard.type("Well said")
    lou.keyboard.press("Enter")
    expect(said(kay).nth(2)).to_contain_text("Well said")
    expect(kay.locator("[role=log] [data-body] blockquote")).to_have_text("First words")
    messages.nth(1).focus()
    lou.keyboard.press("s")
    expect(lou.locator("[data-announcer]")).to_have_text("Saved for later")
    lou.keyboard.press("r")
    expect(the_box(lou)).to_be_focused()
    expect(lou.locator("[data-replying]")).to_contain_text("Answering")
    # Where one writes, the letters are letters; and an empty field leads to one's last words.
    lou.keyboard.type("rqls")
    expect(the_box(lou)).to_have_value("rqls")
    the_box(lou).fill("")
    lou.keyboard.press("ArrowUp")
    lou.wait_for_url("**/edit/")


def test_words_outlive_the_session_and_go_out_after_signing_in(house, sessions, open_as):
    bola = open_as("bola")
    thread = open_thread(bola, "An end of session", "Who is here?")
    make_member(house, address="late@elsewhere.example", name="Late")
    late = open_as("outsider")
    sign_in_with_password(late, "late@elsewhere.example")
    late.wait_for_url("**/m/")
    late.goto(thread)
    person = house.manage(
        "shell", "-v", "0", "-c", 'from network.people.models import User; print(User.objects.get(name="Late").pk)'
    ).split()[-1]
    house.manage("shell", "-v", "0", "-c", END_SESSIONS.format(person=person))

    say(late, "Written too late")
    bar = late.locator("[data-connection]")
    expect(bar).to_contain_text("You are signed out", timeout=LONG)
    expect(late.locator("[data-pending]")).to_contain_text("Written too late")
    the_box(late).fill("And this is unfinished")
    bar.get_by_role("link", name="Sign in").click()
    late.get_by_label("Email", exact=True).fill("late@elsewhere.example")
    late.get_by_label("Use my password").check()
    late.get_by_role("button", name="Continue").click()
    late.get_by_label("Password").fill("a chair by the window")
    late.get_by_role("button", name="Sign in").click()

    late.wait_for_url(f"**{thread.split('//')[-1][thread.split('//')[-1].index('/') :]}**")
    expect(said(bola)).to_have_text(["Who is here?", "Written too late"], timeout=LONG)
    expect(the_box(late)).to_have_value("And this is unfinished")


def test_after_a_long_absence_one_chooses_where_to_go_on(house, pair):
    kay, lou = pair
    thread = open_thread(kay, "A long absence", "Who is here?")
    lou.goto(thread)
    expect(said(lou)).to_have_count(1)
    lou.wait_for_timeout(1_800)
    lou.context.set_offline(True)
    # A line that is open stays so where a browser only plays at being offline.
    lou.evaluate("const { line } = document.querySelector('live-thread'); line.hangUp(); line.failed()")
    house.manage("shell", "-v", "0", "-c", MANY.format(thread=id_of(thread), many=230))
    lou.context.set_offline(False)

    bar = lou.locator("[data-connection]")
    expect(bar.get_by_role("link", name="Jump to now")).to_be_visible(timeout=LONG)
    assert said(lou).count() < 230
    bar.get_by_role("link", name="Jump to now").click()
    expect(said(lou).last).to_have_text("Missed 229")
    expect(lou.get_by_role("link", name="Jump to now")).to_have_count(0)

    lou.goto(thread)
    expect(lou.locator("[data-unread]")).to_be_visible()
    expect(lou.get_by_text("Missed 0", exact=True)).to_be_visible()


def test_words_soon_after_stand_under_ones_name_until_those_above_are_gone(pair):
    kay, lou = pair
    lou.goto(open_thread(kay, "One after another", "First words"))
    say(kay, "Second words")
    second = lou.locator("[role=log] [id^=message-]").nth(1)
    expect(second).to_have_class(re.compile("message--follow-up"))

    first = kay.locator("[role=log] a.message__time").first.get_attribute("href")
    kay.goto(first)
    kay.get_by_role("button", name="Delete your message").click()

    expect(lou.get_by_text(re.compile("deleted this message"))).to_be_visible()
    expect(second).not_to_have_class(re.compile("message--follow-up"))
