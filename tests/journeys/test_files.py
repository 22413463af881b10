"""Pictures and papers under messages, with and without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.factories.editorial import picture
from tests.journeys.steps import make_signed_in, open_thread

ALT = "A long table with one free seat"


@pytest.fixture
def photo(tmp_path) -> Path:
    path = tmp_path / "holiday.jpg"
    path.write_bytes(picture())
    return path


@pytest.fixture
def plan(tmp_path) -> Path:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7 words")
    return path


def is_drawn(image: Locator) -> bool:
    return image.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")


def choose(page: Page, *paths: Path) -> None:
    page.get_by_text("Add pictures or files").click()
    page.get_by_label("Pictures and files").set_input_files(paths)


def test_a_picture_goes_ahead_is_described_and_stands_under_its_message(house, sessions, open_as, photo, plan):
    for name in ("Fay", "Gil"):
        sessions[name] = make_signed_in(house, name=name)
    fay, gil = open_as("Fay"), open_as("Gil")
    gil.goto(open_thread(fay, "Show me", "Who has a picture?"))

    choose(fay, photo, plan)
    expect(fay.locator("[data-chosen]")).to_have_count(2)
    fay.get_by_label("Your message").fill("Look at this")
    fay.get_by_role("button", name="Send").click()
    alt = fay.get_by_label("What does holiday.webp show?")
    expect(alt).to_be_focused()
    expect(fay.locator("[data-files-status]")).to_contain_text("Say in a sentence")
    alt.fill(ALT)
    fay.get_by_role("button", name="Send").click()

    for page in (fay, gil):
        image = page.get_by_role("log").get_by_alt_text(ALT)
        expect(image).to_be_visible()
        assert is_drawn(image)
        expect(page.get_by_role("link", name="plan.pdf")).to_be_visible()
    expect(fay.locator("[data-chosen]")).to_have_count(0)
    with gil.expect_download() as kept:
        gil.get_by_role("link", name="plan.pdf").click()
    assert kept.value.suggested_filename == "plan.pdf"


def test_a_refused_file_is_told_and_the_words_stay(house, sessions, open_as, tmp_path):
    sessions["Hal"] = make_signed_in(house, name="Hal")
    page, wrong = open_as("Hal"), tmp_path / "tool.png"
    wrong.write_bytes(b"<svg onload='alert(1)'/>")
    open_thread(page, "Wrong file", "Does this go?")

    page.get_by_label("Your message").fill("My words")
    choose(page, wrong)

    expect(page.locator("[data-files-status]")).to_have_text("tool.png: This file is not a picture we can read.")
    expect(page.get_by_label("Your message")).to_have_value("My words")


def test_without_javascript_the_form_carries_the_picture_and_asks_what_it_shows(house, sessions, open_as, photo):
    sessions["Ina"] = make_signed_in(house, name="Ina")
    page = open_as("Ina", java_script_enabled=False)
    open_thread(page, "Plain pictures", "Who has one?")

    page.get_by_label("Your message").fill("Look at mine")
    choose(page, photo)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("Say in a sentence what the picture shows")
    expect(page.get_by_label("Your message")).to_have_value("Look at mine")
    page.get_by_label("What does holiday.webp show?").fill(ALT)
    page.get_by_role("button", name="Send").click()

    expect(page.get_by_role("log").get_by_alt_text(ALT)).to_be_visible()
    expect(page.get_by_text("Look at mine")).to_be_visible()
