"""No mouse: Tab, arrows, Enter; and at each stop one can see where one is."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.steps import PASSWORD, letters_to, make_event, make_member, open_thread, said, until

ADDRESS = "keys@elsewhere.example"
# What has the focus and shows nothing of it, nor does a frame around it: as its own markup; nothing when all is well.
UNSEEN = """() => {
  const stop = document.activeElement;
  for (let box = stop; box && box !== document.body; box = box.parentElement) {
    const look = getComputedStyle(box);
    if (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0) return "";
  }
  return stop === document.body ? "" : stop.outerHTML.slice(0, 160);
}"""


@pytest.fixture(scope="module")
def member(house) -> str:
    make_member(house, address=ADDRESS, name="Keys")
    return ADDRESS


def tab_to(page: Page, target: Locator, most: int = 60) -> None:
    """Tab until the focus is there. Fails where a stop cannot be seen, or when it is never reached."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert page.evaluate(UNSEEN) == ""
        if target.evaluate("stop => stop === document.activeElement"):
            return
    pytest.fail(f"Tab does not lead to {target}")


def test_the_skip_link_comes_first_and_skips(open_as):
    page = open_as("outsider")
    page.goto("/blog/")

    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")

    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")
    assert page.evaluate(UNSEEN) == ""


def test_signing_in(open_as, member):
    page = open_as("outsider")
    page.goto("/accounts/login/")

    tab_to(page, page.get_by_label("Email", exact=True))
    page.keyboard.type(member)
    tab_to(page, page.get_by_label("Email me a code"))
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Use my password")).to_be_checked()
    tab_to(page, page.get_by_role("button", name="Continue"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your password")).to_be_visible()
    tab_to(page, page.get_by_label("Password"))
    page.keyboard.type(PASSWORD)
    tab_to(page, page.get_by_role("button", name="Sign in"))
    page.keyboard.press("Enter")

    page.wait_for_url("**/m/")


def test_writing_in_a_thread(open_as):
    bola, ada = open_as("bola"), open_as("ada")
    ada.goto(open_thread(bola, "By keyboard", "Who is here?"))

    tab_to(ada, ada.get_by_label("Your message"))
    ada.keyboard.type("I am")
    ada.keyboard.press("Shift+Enter")
    ada.keyboard.type("by keyboard")
    tab_to(ada, ada.get_by_role("button", name="Send"))
    ada.keyboard.press("Enter")
    expect(said(bola)).to_have_text(["Who is here?", re.compile(r"I am\s+by keyboard")])
    expect(ada.get_by_label("Your message")).to_be_focused()
    ada.keyboard.type("Still here")
    ada.keyboard.press("Enter")
    expect(said(bola)).to_have_text(["Who is here?", re.compile(r"I am\s+by keyboard"), "Still here"])


def test_booking_and_giving_back(house, open_as):
    bola = open_as("bola")
    event = make_event(house, title="An evening of keys", seats=5)
    bola.goto(event)

    tab_to(bola, bola.get_by_role("button", name="Register"))
    bola.keyboard.press("Enter")
    seat = bola.get_by_role("heading", name=re.compile("You have a seat"))
    expect(seat).to_be_focused()
    tab_to(bola, bola.get_by_role("link", name="Cancel my place"))
    bola.keyboard.press("Enter")
    expect(bola.get_by_role("heading", name="Cancel your place?")).to_be_visible()
    tab_to(bola, bola.get_by_role("button", name="Cancel my place"))
    bola.keyboard.press("Enter")

    expect(seat).to_have_count(0)
    bola.goto(event)
    expect(bola.get_by_role("button", name="Register")).to_be_visible()


def test_enter_does_what_one_chose_for_this_device(join):
    amara = join("Amara")
    box = amara.get_by_label("Your message")
    amara.goto("/m/you/discussions/")
    amara.get_by_label("Is a new line", exact=True).check()
    amara.get_by_role("button", name="Save").click()
    expect(amara.get_by_text("Your choices are saved.")).to_be_visible()
    expect(amara.get_by_label("Is a new line", exact=True)).to_be_checked()
    open_thread(amara, "Enter on this device", "Who is here?")

    box.press_sequentially("One")
    box.press("Enter")
    box.press_sequentially("Two")
    expect(box).to_have_value("One\nTwo")
    expect(amara.get_by_text("Ctrl and Enter to send")).to_be_visible()
    box.press("Control+Enter")
    expect(said(amara).last).to_have_text(re.compile(r"One\s+Two"))

    amara.goto("/m/you/discussions/")
    amara.get_by_label("Sends where there is a mouse").check()
    amara.get_by_role("button", name="Save").click()
    expect(amara.get_by_text("Your choices are saved.")).to_be_visible()
    assert amara.evaluate("localStorage.getItem('enter')") is None


def test_reporting_a_message_in_two_steps_with_a_reference_by_mail(house, join):
    nia, dora = join("Nia"), join("Dora")
    thread = open_thread(nia, "Reported by keys", "Words by the other")
    dora.goto(thread)

    tab_to(dora, dora.locator("[role=log] [data-more]").first)
    dora.keyboard.press("Enter")
    expect(dora.get_by_role("menu")).to_be_visible()
    dora.keyboard.press("End")
    expect(dora.locator("[role=menuitem]:focus")).to_contain_text("Report message")
    dora.keyboard.press("Enter")
    dora.wait_for_url("**/report/")
    first, last = dora.locator("main [name=reason]").first, dora.get_by_label("Something else")
    tab_to(dora, first)
    dora.keyboard.press("ArrowUp")
    expect(last).to_be_checked()
    tab_to(dora, dora.locator("main textarea").first)
    dora.keyboard.type("Please look at this")
    tab_to(dora, dora.get_by_role("button", name="Send the report"))
    dora.keyboard.press("Enter")

    expect(dora.get_by_role("heading", name="Thank you")).to_be_visible()
    reference = dora.locator("main strong").inner_text()
    address = f"{dora.person_name.lower()}@elsewhere.example"
    letter = until(lambda: [one for one in letters_to(house, address) if reference in one], 40)[0]
    assert nia.person_name not in letter and "Words by the other" not in letter
