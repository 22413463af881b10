"""An ally and an alumna come in by the front door; two people ask for the last seat."""

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.journeys.steps import code_for, fill, letters_to, make_event, until

WREN = "wren@elsewhere.example"
AMINA = "amina.yusuf@cast.example"
LAST_SEAT = "The last chair in the room"


def agree_and_send(page: Page) -> None:
    page.get_by_label("I agree to the house rules").check()
    page.get_by_label("I have read the privacy notice").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Check your answers")).to_be_visible()
    page.locator("main form button[type=submit]").click()


def test_an_ally_asks_and_is_welcomed(house, open_as, house_url):
    wren, finn = open_as("outsider"), open_as("finn")

    wren.goto("/join/")
    wren.get_by_role("main").get_by_role("link", name="Become an ally").click()
    wren.get_by_role("link", name="Start now").click()
    fill(wren, name="Wren")
    fill(wren, email=WREN)
    fill(wren, organisation="A small charity in Leeds", role_title="")
    expect(wren.get_by_role("alert")).to_contain_text("Enter your role")
    expect(wren.get_by_role("alert")).to_be_focused()
    expect(wren.get_by_label("Where do you work?")).to_have_value("A small charity in Leeds")
    fill(wren, role_title="Trustee")
    fill(wren, why="Two colleagues told me what the programme gave them.")
    wren.get_by_label(re.compile("^Advocate")).check()
    next_year = date.today() + timedelta(days=365)
    fill(
        wren,
        action="Ask who is missing before an appointment panel sits",
        for_whom="practitioners in my service",
        by_when=next_year.strftime("%d/%m/%Y"),
        how_known="The panel’s minutes say so",
    )
    agree_and_send(wren)
    fill(wren, code=code_for(house, WREN))
    expect(wren.get_by_role("heading", name="You are nearly in")).to_be_visible()
    wren.goto("/m/")
    assert wren.url == f"{house_url}/accounts/waiting/"

    finn.goto("/m/desk/welcome/")
    finn.get_by_role("link", name="Wren", exact=True).click()
    expect(finn.get_by_role("main")).to_contain_text("A small charity in Leeds")
    finn.get_by_label("None of these").check()
    finn.get_by_label("Welcome", exact=True).check()
    finn.get_by_role("button", name="Save the decision").click()
    finn.wait_for_url("**/m/desk/welcome/")

    wren.goto("/m/")
    assert wren.url == f"{house_url}/m/"


def test_an_alumna_on_the_roster_is_in_at_once(house, open_as, house_url):
    page = open_as("outsider")

    page.goto("/join/alumni/")
    page.get_by_role("link", name="Start now").click()
    fill(page, name="Amina Yusuf")
    fill(page, email=AMINA)
    fill(page, cohort="11", organisation="Leeds")
    agree_and_send(page)
    fill(page, code=code_for(house, AMINA))
    page.goto("/m/")

    assert page.url == f"{house_url}/m/"
    page.goto("/m/discussions/")
    expect(page.get_by_text("Alumni only").first).to_be_attached()


def test_two_ask_for_the_last_seat(house, open_as):
    event = make_event(house, title=LAST_SEAT, seats=1)
    pages = {"ada@cast.example": open_as("ada"), "bola@cast.example": open_as("bola")}
    for page in pages.values():
        page.goto(event)
        expect(page.get_by_text("1 of 1 place left")).to_be_visible()

    for page in pages.values():
        # A click would wait for its answer; these two do not wait for one another.
        page.evaluate("document.querySelector('form[action$=\"/registration/\"]').requestSubmit()")
    for page in pages.values():
        expect(page.get_by_text(re.compile("You have a seat|You can wait for a seat"))).to_be_visible()
    seated = [address for address, page in pages.items() if page.get_by_text("You have a seat").is_visible()]
    assert len(seated) == 1
    first = pages.pop(seated[0])
    [(address, second)] = pages.items()

    second.get_by_role("button", name="Join the waiting list").click()
    expect(second.get_by_role("heading", name="You are first in line")).to_be_visible()
    first.get_by_role("link", name="Cancel my place").click()
    first.get_by_role("button", name="Cancel my place").click()

    def offered() -> bool:
        second.goto(event)
        return second.get_by_role("heading", name="A seat has come up").is_visible()

    until(offered)
    second.get_by_role("button", name="Take the seat").click()
    expect(second.get_by_role("heading", name=re.compile("You have a seat"))).to_be_visible()
    first.goto(event)
    expect(first.get_by_text("The one place is taken")).to_be_visible()
    until(lambda: letters_to(house, address))
    assert not any(LAST_SEAT in words for words in letters_to(house, address))
