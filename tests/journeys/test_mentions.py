"""Calling somebody by name: completed while typed, marked for the one who is called, told to nobody else."""

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import make_signed_in, open_thread, said, say
from tests.journeys.test_accessibility import violations


@pytest.fixture
def three(house, sessions, open_as):
    for name in ("Brynhild", "Xóchitl", "Quirin"):
        sessions[name] = make_signed_in(house, name=name)
    return [open_as(name, bypass_csp=True) for name in ("Brynhild", "Xóchitl", "Quirin")]


def test_a_name_is_completed_by_keys_and_marked_for_its_bearer(three):
    bryn, xochi, quirin = three
    thread = open_thread(bryn, "Names", "Who is here?")
    for page in (xochi, quirin):
        page.goto(thread)
    say(xochi, "I am")
    expect(said(bryn)).to_have_text(["Who is here?", "I am"])
    box, names = bryn.get_by_label("Your message"), bryn.get_by_role("listbox", name="Names")

    box.focus()
    bryn.keyboard.type("Thank you @xo")
    expect(names.get_by_role("option")).to_have_text(["Xóchitl"])
    expect(box).to_have_attribute("aria-activedescendant", "name-offered-0")
    expect(box).to_be_focused()
    assert violations(bryn) == []
    bryn.keyboard.press("Escape")
    expect(names).to_be_hidden()
    expect(box).to_have_value("Thank you @xo")
    bryn.keyboard.type("c")
    expect(names).to_be_visible()
    bryn.keyboard.press("Enter")
    expect(box).to_have_value("Thank you @Xóchitl ")
    bryn.keyboard.press("Enter")

    for page in three:
        expect(said(page)).to_have_count(3)
    expect(xochi.locator(".message--mentions-me")).to_have_count(1)
    expect(xochi.locator(".message--mentions-me")).to_contain_text("mentions you")
    for page in (bryn, quirin):
        expect(page.locator(".message--mentions-me")).to_have_count(0)
    # Whoever has not spoken and is not listed is offered to nobody.
    box.focus()
    with bryn.expect_response("**/names/"):
        bryn.keyboard.type("@quiri")
    expect(names).to_be_hidden()
