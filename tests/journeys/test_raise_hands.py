"""Answering without words: live, by keyboard, and in a browser that runs no script."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.steps import make_signed_in, numbers, open_thread, said
from tests.journeys.test_by_keyboard import tab_to
from tests.journeys.test_people_talk_live import mark, was_not_reloaded


@pytest.fixture
def join(house, sessions, open_as):
    """Somebody new: `join("Cleo")`, or `join("Cleo", java_script_enabled=False)`."""

    def make(name: str, **options) -> Page:
        handle = f"{name}{next(numbers)}"
        sessions[handle] = make_signed_in(house, name=handle)
        return open_as(handle, **options)

    return make


def reaction(page: Page, name: str) -> Locator:
    """The chip under a message, by what a screen reader says."""
    return page.locator("[data-reactions]").get_by_role("button", name=name, exact=True)


def ask(page: Page, thread: str, words: str, *, naming: str) -> None:
    page.goto(thread)
    page.get_by_role("link", name="Ask with a poll").click()
    page.get_by_label("What do you ask?").fill(words)
    page.get_by_label("Answers to choose from").fill("Monday\nTuesday")
    page.get_by_label(naming).check()
    page.get_by_label("When does it close?").fill((datetime.now() + timedelta(days=2)).strftime("%Y-%m-%dT%H:%M"))
    page.get_by_role("button", name="Ask").click()
    expect(said(page)).to_have_count(2)


def test_by_keyboard_one_reacts_and_the_other_sees_it_without_a_reload(join):
    cleo, dee = join("Cleo"), join("Dee")
    thread = open_thread(cleo, "Raise your hand", "Shall we?")
    dee.goto(thread)
    mark(cleo)
    react = dee.get_by_role("link", name=re.compile("^React"))

    tab_to(dee, react)
    dee.keyboard.press("Enter")
    expect(dee.get_by_role("group", name="React with one word").get_by_role("button", name="Agree")).to_be_focused()
    dee.keyboard.press("Escape")
    expect(react).to_be_focused()
    dee.keyboard.press("Enter")
    dee.keyboard.press("Tab")
    dee.keyboard.press("Enter")

    expect(reaction(dee, "Thank you, 1 person, including you")).to_have_attribute("aria-pressed", "true")
    expect(react).to_be_focused()
    expect(reaction(cleo, "Thank you, 1 person")).to_have_attribute("aria-pressed", "false")
    reaction(cleo, "Thank you, 1 person").click()
    expect(reaction(dee, "Thank you, 2 people, including you")).to_be_visible()
    reaction(dee, "Thank you, 2 people, including you").focus()
    dee.keyboard.press("Enter")
    expect(reaction(cleo, "Thank you, 1 person, including you")).to_be_visible()
    expect(reaction(dee, "Thank you, 1 person")).to_be_focused()

    assert was_not_reloaded(cleo)
    expect(cleo.locator("[data-announcer]")).to_be_empty()
    dee.reload()
    expect(reaction(dee, "Thank you, 1 person")).to_have_attribute("aria-pressed", "false")


def test_without_a_script_one_reacts_and_takes_it_back_on_the_messages_page(join):
    cleo, dee = join("Cleo"), join("Dee", java_script_enabled=False)
    dee.goto(open_thread(cleo, "Raise your hand plainly", "Shall we?"))

    dee.get_by_role("link", name=re.compile("^React")).click()
    dee.get_by_role("button", name="Useful").click()
    expect(dee.get_by_role("button", name="Useful, 1 person, including you")).to_be_visible()
    expect(reaction(cleo, "Useful, 1 person")).to_be_visible()
    dee.get_by_role("button", name="Useful, 1 person, including you").click()
    expect(dee.get_by_role("button", name="Useful", exact=True)).to_be_visible()
    expect(cleo.locator("[data-reactions]")).to_have_count(0)


def test_a_poll_is_asked_and_answered_live_and_plainly(join):
    cleo, dee, plain = join("Cleo"), join("Dee"), join("Plain", java_script_enabled=False)
    thread = open_thread(cleo, "A day for it", "We need a day")
    dee.goto(thread)

    ask(cleo, thread, "Which day?", naming="Anonymous")
    dee.get_by_label("Tuesday").check()
    dee.get_by_role("button", name="Vote").click()
    expect(dee.get_by_text("You have voted. An anonymous vote")).to_be_focused()
    expect(dee.get_by_role("button", name="Vote")).to_be_hidden()
    dee.reload()
    expect(dee.get_by_role("button", name="Vote")).to_be_hidden()

    plain.goto(thread)
    plain.get_by_label("Monday").check()
    plain.get_by_role("button", name="Vote").click()
    expect(plain.locator("#poll").get_by_text("You have voted. An anonymous vote")).to_be_visible()
    expect(plain.get_by_role("button", name="Vote")).to_be_hidden()


def test_what_is_chosen_in_an_open_poll_outlives_a_reaction_of_somebody_else(join):
    cleo, dee = join("Cleo"), join("Dee")
    thread = open_thread(cleo, "Another day for it", "We need a day")
    ask(cleo, thread, "Which day?", naming="With names")
    dee.goto(thread)
    choice = dee.get_by_label("Tuesday")
    choice.check()

    cleo.get_by_role("link", name=re.compile("^React")).last.click()
    cleo.get_by_role("group", name="React with one word").get_by_role("button", name="Useful").click()
    expect(reaction(dee, "Useful, 1 person")).to_be_visible()

    expect(choice).to_be_checked()
    expect(choice).to_be_focused()
