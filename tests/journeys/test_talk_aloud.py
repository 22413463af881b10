"""What a screen reader is told in a thread, and what a page says of itself: newer, deleted, signed out."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import make_signed_in, numbers, open_thread, said, say, until


@pytest.fixture
def pair(house, sessions, open_as) -> list[Page]:
    names = [f"{name}{next(numbers)}" for name in ("Kim", "Leo")]
    for name in names:
        sessions[name] = make_signed_in(house, name=name)
    return [open_as(name) for name in names]


def the_box(page: Page):
    return page.get_by_label("Your message")


def test_only_new_messages_are_spoken_in_batches_and_one_may_pause(pair):
    kay, lou = pair
    thread = open_thread(kay, "Spoken", "Who is here?")
    lou.goto(thread)
    lou.evaluate(
        """() => {
          window.spoken = [];
          const place = document.querySelector("[data-announcer]");
          const note = () => place.textContent && window.spoken.push(place.textContent);
          new MutationObserver(note).observe(place, { childList: true });
        }"""
    )
    pause = lou.get_by_role("button", name="Pause announcements")

    say(kay, "One")
    expect(lou.locator("[data-announcer]")).to_contain_text(": One", timeout=10_000)
    for words in ("Two", "Three", "Four"):
        say(kay, words)
    expect(lou.locator("[data-announcer]")).to_have_text("3 new messages", timeout=15_000)
    pause.click()
    expect(pause).to_have_attribute("aria-pressed", "true")
    for words in ("Five", "Six"):
        say(kay, words)
    expect(said(lou)).to_have_count(7)
    assert len(lou.evaluate("window.spoken")) == 2
    pause.click()
    expect(lou.locator("[data-announcer]")).to_have_text("2 new messages")
    assert lou.get_by_role("log").get_attribute("aria-live") == "off"


def test_a_newer_page_is_offered_and_what_is_written_stays(pair):
    kay, _ = pair
    frame = json.dumps({"kind": "edition", "edition": "another"})
    open_thread(kay, "An older page", "Who is here?")
    the_box(kay).fill("Half a sentence")
    kay.evaluate("frame => document.querySelector('live-thread').hear(JSON.parse(frame))", frame)

    kay.get_by_role("link", name="Load it").click()

    expect(the_box(kay)).to_have_value("Half a sentence")


def test_deleting_moves_to_the_next_message_and_says_so(pair):
    kay, _ = pair
    open_thread(kay, "Taken back", "First words")
    say(kay, "Second words")
    expect(kay.locator("[data-pending], [data-provisional]")).to_have_count(0)
    kay.get_by_role("link", name="More about this message").first.click()
    kay.get_by_role("menuitem", name="More about this message").click()

    kay.get_by_role("button", name="Delete your message").click()

    expect(kay.locator("[role=log] [id^=message-]").nth(1)).to_be_focused()
    expect(kay.locator("[data-announcer]")).to_have_text("Message deleted")


def test_what_the_device_kept_goes_when_somebody_signs_out(pair):
    kay, _ = pair
    thread = open_thread(kay, "Left behind", "First words")
    kay.context.set_offline(True)
    say(kay, "canary in the outbox")
    the_box(kay).fill("canary in a draft")
    kept = "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])"
    words = ("canary in the outbox", "canary in a draft")
    assert all(one in kay.evaluate(kept) for one in words)
    # The same tab goes on with a page that has two ways to sign out; the second of them is pressed.
    kay.context.route("**/messages/", lambda route: route.abort())
    kay.context.set_offline(False)
    kay.goto("/m/you/")
    assert all(one in kay.evaluate(kept) for one in words)
    kay.locator("main").get_by_role("button", name="Sign out").click()
    kay.wait_for_url(lambda url: "/m/" not in url)

    assert "canary" not in kay.evaluate(kept)
    assert thread


def test_the_title_counts_what_is_new_without_a_word_of_it(pair):
    kay, lou = pair
    thread = open_thread(kay, "Counted in the title", "Who is here?")
    lou.goto(thread)
    until(lambda: lou.evaluate("document.querySelector('live-thread').line.state === 'open'"))
    usual = lou.title()
    lou.evaluate("document.hasFocus = () => false")

    say(kay, "First pebble")
    say(kay, "Second pebble")
    expect(lou).to_have_title(f"(2) {usual}")
    assert "Counted" not in usual and "pebble" not in lou.title()

    lou.evaluate("delete document.hasFocus; window.dispatchEvent(new Event('focus'))")
    expect(lou).to_have_title(usual)
