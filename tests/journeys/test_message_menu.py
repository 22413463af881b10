"""What one may do with a message, at its More: a menu by keys, a sheet on a telephone, ten seconds to think again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import make_signed_in, numbers, open_thread, said, say
from tests.journeys.test_accessibility import violations
from tests.screenshots import first_link

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
OTHERS = [
    "Reply",
    "Quote",
    "Copy link",
    "Save for later",
    "Mark unread from here",
    "Fold away for me",
    "Report message",
]
MINE = [*OTHERS[:-2], "Edit", "Delete"]


def words_of(page: Page) -> list[str]:
    """The items of the open menu, without their keys."""
    words = [re.sub(r"\s+[RQLS]$", "", item.strip()) for item in page.get_by_role("menuitem").all_inner_texts()]
    return [one for one in words if not one.startswith("More about")]


def open_menu(page: Page, number: int = 0) -> None:
    page.locator("[role=log] [data-more]").nth(number).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menu")).to_be_visible()


@pytest.fixture
def two(house, sessions, open_as):
    """The page of somebody's own thread, and another's of the same. Both are new: one posts ten messages a minute."""
    names = [f"{name}{next(numbers)}" for name in ("Bo", "Ann")]
    for name in names:
        sessions[name] = make_signed_in(house, name=name)
    bo, ann = (open_as(name) for name in names)
    ann.goto(open_thread(bo, "A menu beside it", "First words"))
    say(bo, "Second words")
    expect(said(ann)).to_have_text(["First words", "Second words"])
    return bo, ann


def test_it_offers_what_this_reader_may_do_and_obeys_the_keys_of_a_menu(two):
    bo, ann = two
    open_menu(bo)
    assert words_of(bo) == MINE
    open_menu(ann)
    assert words_of(ann) == OTHERS

    focused = ann.locator("[role=menuitem]:focus")
    expect(focused).to_contain_text("Reply")
    for key, there in (("End", "Report"), ("ArrowDown", "Reply"), ("ArrowUp", "Report"), ("Home", "Reply")):
        ann.keyboard.press(key)
        expect(focused).to_contain_text(there)
    ann.keyboard.press("q")
    expect(focused).to_contain_text("Quote")
    ann.keyboard.press("Escape")

    expect(ann.get_by_role("menu")).to_have_count(0)
    expect(ann.locator("[role=log] [data-more]").first).to_be_focused()
    expect(ann.locator("[role=log] [data-more]").first).to_have_attribute("aria-expanded", "false")


def test_its_items_do_what_they_say(two):
    _, ann = two
    open_menu(ann)
    ann.get_by_role("menuitem", name="Reply").click()
    expect(ann.locator("[data-replying]")).to_contain_text("Answering")
    expect(ann.get_by_label("Your message")).to_be_focused()
    open_menu(ann)
    ann.get_by_role("menuitem", name="Save for later").click()
    expect(ann.locator("[data-announcer]")).to_have_text("Saved for later")

    open_menu(ann)
    ann.get_by_role("menuitem", name="Report message").click()

    expect(ann.get_by_role("heading", level=1)).to_contain_text(re.compile("report|wrong", re.IGNORECASE))


def test_a_deleted_message_can_be_had_back_for_ten_seconds(two):
    bo, ann = two
    open_menu(bo)
    bo.get_by_role("menuitem", name="Delete").click()
    expect(bo.get_by_text("First words")).to_be_hidden()
    expect(bo.locator("[role=log] [id^=message-]").nth(1)).to_be_focused()
    bo.get_by_role("button", name="Undo").dblclick()
    expect(bo.locator("[data-announcer]")).to_have_text("The message stands again")
    expect(bo.get_by_text("First words")).to_be_visible()
    expect(said(ann)).to_have_text(["First words", "Second words"])

    open_menu(bo)
    bo.get_by_role("menuitem", name="Delete").click()

    expect(ann.get_by_text(re.compile("deleted this message"))).to_be_visible(timeout=20_000)
    expect(said(ann)).to_have_text(["Second words"])
    expect(bo.get_by_text(re.compile("deleted this message"))).to_be_visible()


def test_deleted_anew_it_has_ten_seconds_of_its_own(two):
    bo, _ = two
    bo.clock.install()
    undo = bo.get_by_role("button", name="Undo")
    open_menu(bo)
    bo.get_by_role("menuitem", name="Delete").click()
    undo.click()
    expect(bo.get_by_text("First words")).to_be_visible()
    bo.clock.fast_forward(6_000)
    open_menu(bo)
    bo.get_by_role("menuitem", name="Delete").click()
    expect(undo).to_be_visible()

    bo.clock.fast_forward(5_000)

    undo.click()
    expect(bo.get_by_text("First words")).to_be_visible()


def test_whoever_leaves_the_page_meanwhile_has_decided(two):
    bo, ann = two
    open_menu(bo)
    bo.get_by_role("menuitem", name="Delete").click()

    bo.goto("/m/discussions/")

    expect(said(ann)).to_have_text(["Second words"], timeout=20_000)


def test_on_a_telephone_it_is_a_sheet_with_the_five_words_above(two, open_as):
    bo, _ = two
    phone = open_as("cem", **PHONE)
    phone.goto(bo.url.split("#")[0])
    phone.locator("[role=log] [data-more]").first.tap()

    sheet = phone.get_by_role("dialog")
    expect(sheet.get_by_role("button")).to_have_count(5)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sheet.get_by_role("button", name="Useful").tap()

    expect(sheet).to_have_count(0)
    expect(bo.locator("[data-reactions] [data-kind=useful]")).to_be_visible()


def test_by_keys_one_goes_round_in_the_sheet(two, open_as):
    bo, _ = two
    page = open_as("cem", viewport=PHONE["viewport"])
    page.goto(bo.url.split("#")[0])
    open_menu(page)
    expect(page.locator("[role=menuitem]:focus")).to_contain_text("Reply")

    page.keyboard.press("Tab")
    expect(page.locator("[role=menuitem]:focus")).to_contain_text("Quote")
    for _ in range(2):
        page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("dialog").locator(".reaction:focus")).to_have_count(1)
    page.keyboard.press("Tab")
    expect(page.locator("[role=menuitem]:focus")).to_contain_text("Reply")
    page.keyboard.press("Escape")

    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_button_begins_a_name(two):
    _, ann = two
    ann.get_by_label("Your message").fill("Thank you")

    ann.get_by_role("button", name="Mention").click()
    ann.keyboard.type("Bo")

    expect(ann.get_by_label("Your message")).to_have_value("Thank you @Bo")
    expect(ann.get_by_role("option", name=re.compile("Bo")).first).to_be_visible()


def test_a_day_stands_once_above_what_was_said_on_it(two):
    bo, ann = two

    say(ann, "Third words")

    expect(said(bo)).to_have_text(["First words", "Second words", "Third words"])
    for page in (bo, ann):
        expect(page.locator(".log__day")).to_have_count(1)
        expect(page.locator(".log__day")).to_contain_text("Today, ")


@pytest.mark.parametrize("options", [{}, PHONE], ids=["menu", "sheet"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_where_it_is_open(open_as, options, theme):
    page = open_as("ada", color_scheme=theme, reduced_motion="reduce", bypass_csp=True, **options)
    page.goto(first_link("/m/discussions/", r"/m/t/\w+/.*|/m/t/\w+/")(page))

    open_menu(page)

    assert violations(page) == []
