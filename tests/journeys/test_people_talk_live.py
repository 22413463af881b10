"""Two people in one thread, each in a browser of their own: by socket, by stream, by polls, and by nothing at all."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import make_signed_in, numbers, open_thread, said, say

# As a proxy does that lets no socket through: each try ends at once.
NO_SOCKETS = """
window.WebSocket = class {
  constructor() { setTimeout(() => this.onclose?.({ code: 1006 }), 0); }
  send() {}
  close() {}
};
"""
# A line that was refused twice waits between its tries before it gives way to the next.
LONG = 30_000


@pytest.fixture
def pair(house, sessions, open_as) -> list[Page]:
    """Two who have posted nothing yet: somebody may post ten messages in a minute."""
    names = [f"{name}{next(numbers)}" for name in ("Bo", "Ann")]
    for name in names:
        sessions[name] = make_signed_in(house, name=name)
    return [open_as(name) for name in names]


def mark(page: Page) -> None:
    """A page that was loaded anew no longer bears the mark."""
    page.evaluate("window.bearsTheMark = true")


def was_not_reloaded(page: Page) -> bool:
    return page.evaluate("window.bearsTheMark === true")


def expect_words(page: Page, *words: str) -> None:
    expect(said(page)).to_have_text(list(words), timeout=LONG)


def test_what_one_says_the_other_reads_in_the_same_order(pair):
    bo, ann = pair
    with bo.expect_websocket(lambda line: "/m/live/socket/" in line.url):
        thread = open_thread(bo, "Live by socket", "Who is here?")
    with ann.expect_websocket(lambda line: "/m/live/socket/" in line.url):
        ann.goto(thread)
    mark(bo)
    mark(ann)

    say(ann, "I am")
    expect_words(bo, "Who is here?", "I am")
    say(bo, "Then let us *begin*")
    expect_words(ann, "Who is here?", "I am", "Then let us begin")
    for number in range(4):
        say(ann, f"Ann {number}")
        say(bo, f"Bo {number}")
    expect(said(ann)).to_have_count(11)
    expect(said(bo)).to_have_count(11)
    expect(bo.locator("[data-pending], [data-provisional]")).to_have_count(0)
    expect(ann.locator("[data-pending], [data-provisional]")).to_have_count(0)

    assert said(ann).all_inner_texts() == said(bo).all_inner_texts()
    assert was_not_reloaded(ann) and was_not_reloaded(bo)
    ann.reload()
    assert said(ann).all_inner_texts() == said(bo).all_inner_texts()


@pytest.mark.parametrize("way", ["stream", "poll"])
def test_without_sockets_the_next_way_brings_the_same(pair, way):
    bo, ann = pair
    ann.add_init_script(NO_SOCKETS)
    if way == "poll":
        ann.context.route("**/m/live/stream/**", lambda route: route.abort())
    thread = open_thread(bo, f"Live by {way}", "Who is here?")

    with ann.expect_request(f"**/m/live/{way}/**", timeout=LONG):
        ann.goto(thread)
    mark(ann)
    say(bo, "One")
    expect_words(ann, "Who is here?", "One")
    say(ann, "Two")
    expect_words(bo, "Who is here?", "One", "Two")
    say(bo, "Three")
    expect_words(ann, "Who is here?", "One", "Two", "Three")

    assert was_not_reloaded(ann)


def test_what_was_said_in_a_tunnel_comes_out_of_it_once(pair):
    bo, ann = pair
    thread = open_thread(bo, "Live from a train", "Who is here?")
    ann.goto(thread)
    say(ann, "I am, on a train")
    expect_words(bo, "Who is here?", "I am, on a train")

    ann.context.set_offline(True)
    say(ann, "First from the tunnel")
    say(ann, "Second from the tunnel")
    expect(ann.get_by_text("Waiting to send").first).to_be_visible()
    say(bo, "You are breaking up")
    expect_words(bo, "Who is here?", "I am, on a train", "You are breaking up")
    ann.context.set_offline(False)

    heard = [
        "Who is here?",
        "I am, on a train",
        "You are breaking up",
        "First from the tunnel",
        "Second from the tunnel",
    ]
    expect_words(bo, *heard)
    expect_words(ann, *heard)
    expect(ann.locator("[data-pending]")).to_have_count(0)
    ann.reload()
    expect_words(ann, *heard)


def test_a_draft_survives_a_reload_and_a_sent_one_is_gone(pair):
    bo, _ = pair
    open_thread(bo, "Half a sentence", "Who is here?")
    box = bo.get_by_label("Your message")

    box.fill("I was about to")
    bo.reload()
    expect(box).to_have_value("I was about to")
    box.press("Enter")
    expect_words(bo, "Who is here?", "I was about to")
    bo.reload()

    expect(box).to_have_value("")


def test_a_message_is_reported_in_two_steps_without_script_and_decided(open_as):
    bo, ann, dina = open_as("bola"), open_as("ada", java_script_enabled=False), open_as("dina")
    thread = open_thread(bo, "Over the line", "Words that name somebody’s child")

    ann.goto(thread)
    ann.get_by_role("link", name="More about this message of Bola Akande").click()
    ann.get_by_role("link", name="Report message").click()
    ann.get_by_label("It identifies a child, a family or a colleague").check()
    ann.get_by_role("button", name="Send the report").click()
    expect(ann.get_by_role("heading", name="Thank you")).to_be_visible()

    dina.goto("/m/desk/reports/")
    dina.locator(".thread-row", has_text="Words that name somebody’s child").get_by_role("link").click()
    dina.get_by_label("Hide the message and remind the author").check()
    dina.get_by_label("House rule").select_option(index=2)
    dina.get_by_label("Your reason").fill("It names a child.")
    dina.get_by_role("button", name="Decide").click()
    dina.wait_for_url("**/m/desk/reports/")

    expect(bo.get_by_text("A message was hidden here")).to_be_visible()
    ann.goto(thread)
    expect(ann.get_by_text("A message was hidden here")).to_be_visible()
    expect(ann.get_by_text("somebody’s child")).to_have_count(0)
