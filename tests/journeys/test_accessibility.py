"""What a machine can see of accessibility, on every page type; and what a screen reader is told in a thread."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from forum.talk.actions.pace import MOST_A_MINUTE
from tests.journeys.second_looks import SECOND_LOOKS
from tests.journeys.steps import make_member, open_thread, said, say, sign_in_with_password
from tests.screenshots import PAGES, THEMES, WIDTHS, first_link

AXE = (Path(__file__).parents[1] / "vendor" / "axe" / "axe.min.js").read_text(encoding="utf-8")
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
SMALL = '<button style="width: 10px; height: 10px; padding: 0; margin: 0; border: 0"></button>'
WRONG = f'<p style="color: #bbb; background: #fff">Hardly to be read</p><div style="line-height: 0">{SMALL * 3}</div>'
NARROW = {"width": 320, "height": 640}


def look_first(page: Page) -> str:
    """The form of an order, from the first report that offers it."""
    case = first_link("/m/desk/reports/", r"/m/desk/reports/\w+/")(page)
    return first_link(case, r"/m/desk/matters/\w+/hold/")(page)


# Page types of which no picture is kept.
MORE = [
    ("past-events", "outsider", "/events/?when=past"),
    ("past-event", "outsider", first_link("/events/?when=past", r"/events/[\w-]+/")),
    ("programmes", "outsider", "/programmes/"),
    ("about", "outsider", "/about/"),
    ("offline", "outsider", "/offline/"),
    ("password-reset", "outsider", "/accounts/password/reset/"),
    ("join-ally", "outsider", "/join/ally/"),
    ("join-alumni", "outsider", "/join/alumni/"),
    ("join-pledge", "outsider", "/join/ally/pledge/"),
    ("join-rules", "outsider", "/join/ally/rules/"),
    ("account", "ada", "/accounts/"),
    ("second-factor", "ada", "/accounts/2fa/"),
    ("you", "ada", "/m/you/"),
    ("preview", "ada", first_link("/m/you/profile/", r"/m/you/profile/as/\w+/")),
    ("my-events", "ada", "/m/events/"),
    ("members-search", "ada", "/m/search/"),
    ("saved", "ada", "/m/saved/"),
    ("thread-where", "ada", "/m/discussions/threads/new/"),
    ("thread-new", "ada", first_link("/m/discussions/", r"/m/s/\w+/", "threads/new/")),
    ("space-settings", "dina", first_link("/m/discussions/", r"/m/s/\w+/", "settings/")),
    ("organise-events", "finn", "/m/desk/events/"),
    ("deliveries", "finn", "/m/desk/deliveries/"),
    ("report-case", "dina", first_link("/m/desk/reports/", r"/m/desk/reports/\w+/")),
    ("aftercare", "dina", "/m/desk/afterwards/"),
    ("all-held", "dina", "/m/desk/waiting/"),
    ("hold-orders", "dina", "/m/desk/holds/"),
    ("hold-order-new", "dina", look_first),
    ("watchwords", "dina", "/m/desk/watchwords/"),
    ("load", "kemi", "/m/desk/load/"),
    ("numbers", "kemi", "/m/desk/numbers/"),
    ("record", "kemi", "/m/desk/record/"),
    ("staff-log", "kemi", "/m/desk/log/"),
]
TYPES = PAGES + MORE + SECOND_LOOKS
every_page = pytest.mark.parametrize(("who", "where"), [page[1:] for page in TYPES], ids=[page[0] for page in TYPES])


def visit(page: Page, where) -> None:
    page.goto(where if isinstance(where, str) else where(page))
    page.wait_for_load_state("load")


def violations(page: Page) -> list[str]:
    """What axe finds: the rule, and where."""
    page.evaluate(AXE)
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]
    places = [(rule["id"], node) for rule in found for node in rule["nodes"]]
    return [f"{rule}: {json.dumps(node['target'])} {node['failureSummary']}" for rule, node in places]


def test_the_checker_sees_what_is_wrong(open_as):
    page = open_as("outsider", bypass_csp=True)
    page.goto("/")
    page.locator("main").evaluate("(main, wrong) => main.insertAdjacentHTML('afterbegin', wrong)", WRONG)

    rules = {told.split(":")[0] for told in violations(page)}

    assert {"button-name", "target-size", "color-contrast"} <= rules


@every_page
def test_axe_finds_nothing(open_as, who, where):
    found = {}
    for width, viewport in WIDTHS.items():
        page = open_as(who, viewport=viewport, reduced_motion="reduce", bypass_csp=True)
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            visit(page, where)
            found[width, theme] = violations(page)

    assert {setting: told for setting, told in found.items() if told} == {}


@every_page
def test_nothing_scrolls_sideways_on_the_narrowest_screen(open_as, who, where):
    page = open_as(who, viewport=NARROW)
    visit(page, where)

    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_only_what_is_new_is_announced(open_as):
    bola, ada = open_as("bola"), open_as("ada")
    ada.goto(open_thread(bola, "Spoken aloud", "Who is here?"))
    log, spoken = ada.get_by_role("log"), ada.locator("[data-announcer]")

    # The log itself keeps silent, or a message that changes its place would be read again.
    expect(log).to_have_attribute("aria-live", "off")
    expect(spoken).to_have_attribute("role", "status")
    say(ada, "My own words")
    expect(said(bola)).to_have_count(2)
    expect(spoken).to_be_empty()
    say(bola, "News for you")
    expect(spoken).to_have_text("Bola Akande: News for you", timeout=10_000)
    expect(said(ada)).to_have_text(["Who is here?", "My own words", "News for you"])


def test_the_page_that_asks_for_a_moment_keeps_the_words_and_is_for_everybody(house, open_as):
    make_member(house, address="hasty@elsewhere.example", name="Hasty")
    page = open_as("outsider", bypass_csp=True, reduced_motion="reduce")
    sign_in_with_password(page, "hasty@elsewhere.example")
    page.wait_for_url("**/m/")
    page.goto(open_thread(open_as("ada"), "In a hurry", "Slowly, please"))
    for number in range(MOST_A_MINUTE + 1):
        page.locator("#id_body").fill(f"Once more: {number}")
        # As a browser without scripts sends it.
        with page.expect_navigation():
            page.evaluate("document.querySelector('#compose').submit()")

    expect(page.get_by_role("heading", name="Wait a moment")).to_be_visible()
    expect(page.locator("#id_body")).to_have_value(f"Once more: {MOST_A_MINUTE}")
    for viewport in (*WIDTHS.values(), NARROW):
        page.set_viewport_size(viewport)
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            assert violations(page) == []
    page.get_by_role("link", name="Back to the thread").click()
    expect(said(page)).to_have_count(MOST_A_MINUTE + 1)
