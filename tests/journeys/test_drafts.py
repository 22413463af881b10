"""Words begun here and finished there: with JavaScript and without."""

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import make_signed_in, open_thread, said


@pytest.mark.parametrize("scripted", [True, False])
def test_what_was_begun_on_one_device_is_sent_from_another(house, sessions, open_as, scripted):
    name = f"Drafter{scripted}"
    sessions[name] = make_signed_in(house, name=name)
    here, there = open_as(name), open_as(name, java_script_enabled=scripted)
    thread = open_thread(here, f"Drafts {scripted}", "How was it?")
    there.goto(thread)
    there.get_by_label("Your message").fill("Begun there")

    there.get_by_role("button", name="Keep as draft").click()

    there.wait_for_url("**/#compose")
    expect(there.get_by_label("Your message")).to_have_value("Begun there")
    expect(said(there)).to_have_text(["How was it?"])
    here.goto(thread)
    expect(here.get_by_label("Your message")).to_have_value("Begun there")
    here.get_by_label("Your message").fill("Begun there, finished here")
    here.reload()
    expect(here.get_by_label("Your message")).to_have_value("Begun there, finished here")
    here.get_by_role("button", name="Send").click()
    expect(said(here)).to_have_text(["How was it?", "Begun there, finished here"])
    expect(here.locator("[data-pending]")).to_have_count(0)
    here.reload()
    expect(here.get_by_label("Your message")).to_have_value("")
