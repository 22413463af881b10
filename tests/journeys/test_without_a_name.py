"""Posting without one's name (features, J11.1-2): told before what may give one away, then under a pen."""

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import said


@pytest.mark.parametrize("scripted", [True, False])
def test_ada_is_told_edits_and_posts_under_her_pen(open_as, scripted):
    ada = open_as("ada", java_script_enabled=scripted)
    ada.goto("/m/discussions/")
    ada.get_by_role("link", name="Among ourselves").first.click()
    ada.get_by_role("link", name="Being passed over").click()
    pen = ada.locator(".thread__pen")
    expect(pen).to_contain_text("Without your name you write here as")
    before = said(ada).count()

    ada.get_by_label("Your message").fill("In Croydon, cohort 9, it was the same")
    ada.get_by_role("button", name="Post without my name").click()

    expect(ada.get_by_role("heading", name="This may show who you are")).to_be_visible()
    ada.get_by_label("Your message").fill(f"It was the same with me, {scripted}")
    ada.get_by_role("button", name="Post all the same").click()
    name = ada.get_by_role("heading", level=1).inner_text().removeprefix("It stands there, as ")
    ada.get_by_role("link", name="Back to the thread").click()
    expect(pen).to_contain_text(name)
    expect(said(ada)).to_have_count(before + 1)
    last = ada.get_by_role("article").last
    expect(last).to_contain_text(f"It was the same with me, {scripted}")
    expect(last.locator("[data-name]")).to_have_text(name)
    expect(last).not_to_contain_text("Okafor")
    expect(ada.get_by_label("Your message")).to_have_value("")
