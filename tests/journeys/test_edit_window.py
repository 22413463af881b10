"""One's words can be put otherwise for a day, as a browser offers it."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests.journeys.steps import open_thread
from tests.journeys.test_accessibility import violations
from tests.journeys.test_message_menu import MINE, open_menu, words_of

SAID_YESTERDAY = """
from datetime import timedelta
from forum.talk.models import Message
message = Message.objects.get(body="{words}")
message.said_at -= timedelta(hours=25)
message.save()
"""


def test_after_a_day_the_menu_and_arrow_up_offer_it_no_more(join):
    """By the browser's clock alone: the server has the last word."""
    bo = join("Bo")
    open_thread(bo, "A day to change it", "First words")
    open_menu(bo)
    assert words_of(bo) == MINE
    bo.keyboard.press("Escape")
    bo.clock.set_fixed_time(datetime.now(UTC) + timedelta(hours=25))

    open_menu(bo)
    assert words_of(bo) == [one for one in MINE if one != "Edit"]
    bo.keyboard.press("Escape")
    bo.get_by_label("Your message").focus()
    bo.keyboard.press("ArrowUp")
    expect(bo.get_by_role("log")).to_be_visible()

    bo.clock.set_fixed_time(datetime.now(UTC))
    bo.keyboard.press("ArrowUp")
    bo.wait_for_url("**/edit/")


def test_a_page_left_open_past_the_edge_says_so_and_keeps_what_was_typed(join, house):
    bo = join("Bo", bypass_csp=True)
    words = f"Said by {bo.person_name}"
    thread = open_thread(bo, "Left open", words)
    bo.get_by_label("Your message").press("ArrowUp")
    bo.wait_for_url("**/edit/")
    house.manage("shell", "-v", "0", "-c", SAID_YESTERDAY.format(words=words))

    bo.get_by_label("Your message").fill("Other words")
    bo.get_by_role("button", name="Save").click()

    expect(bo.get_by_role("alert")).to_contain_text("The time to change this message ended on")
    expect(bo.get_by_label("Your message")).to_have_value("Other words")
    assert violations(bo) == []
    bo.get_by_role("link", name="Write another message").click()
    expect(bo.locator("[data-replying]")).to_contain_text("Answering")
    assert bo.url.startswith(thread)
