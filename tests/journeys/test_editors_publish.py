"""An editor writes and submits, a publisher approves, and everybody reads."""

import json
import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import make_signed_in

ARTICLE = "The quincunx garden"
EVENT = "An evening of questions"
NEVER_SAVES = """
const fetchReally = window.fetch;
window.fetch = (...asked) =>
  String(asked[0]).includes("/pages/add/") ? new Promise(() => undefined) : fetchReally(...asked);
"""


@pytest.fixture(scope="module")
def publisher(house, sessions) -> str:
    sessions["publisher"] = make_signed_in(house, name="Pia", kind="owner")
    return "publisher"


def begin(page: Page, below: str, title: str, standfirst: str) -> None:
    """A new page in the CMS, below one that stands."""
    page.goto("/cms/pages/")
    edit = page.get_by_role("link", name=below, exact=True).first.get_attribute("href")
    page.goto(edit.replace("edit/", "add_subpage/"))
    page.locator("#id_title").fill(title)
    page.locator("#id_standfirst").fill(standfirst)


def write_paragraph(page: Page, words: str) -> None:
    page.get_by_title("Insert a block").first.click()
    page.get_by_role("option", name="Text", exact=True).click()
    box = page.locator("#panel-child-content-body-content [contenteditable=true]")
    # The editor takes the focus by itself once it is ready.
    expect(box).to_be_focused()
    box.press_sequentially(words)
    # What is sent follows what is shown by a moment.
    expect(page.locator("[name=body-0-value]")).to_have_value(re.compile(re.escape(words)))


def submit(page: Page) -> None:
    page.get_by_role("button", name="More actions").click()
    page.locator("[name=action-submit]").click()
    page.wait_for_url("**/cms/pages/**")


def test_an_article_goes_from_the_editor_by_the_publisher_to_everybody(open_as, publisher):
    efe, pia, outsider = open_as("efe"), open_as(publisher), open_as("outsider")

    begin(efe, "Blog", ARTICLE, "Five trees, and room to walk between them.")
    write_paragraph(efe, "Plant the fifth tree where the other four can see it.")
    submit(efe)
    expect(efe.get_by_text("created and submitted for moderation")).to_be_visible()
    outsider.goto("/blog/")
    expect(outsider.get_by_role("link", name=ARTICLE)).to_have_count(0)

    pia.goto("/cms/")
    pia.get_by_role("link", name=ARTICLE).first.click()
    pia.get_by_role("button", name="More actions").click()
    pia.get_by_role("button", name="Approve and Publish", exact=True).click()
    expect(pia.get_by_text("has been updated")).to_be_visible()

    outsider.goto("/blog/")
    outsider.get_by_role("link", name=ARTICLE).click()
    expect(outsider.get_by_role("heading", level=1)).to_have_text(ARTICLE)
    expect(outsider.get_by_text("where the other four can see it")).to_be_visible()
    assert ARTICLE in outsider.request.get("/blog/feed/").text()
    assert urlsplit(outsider.url).path in outsider.request.get("/sitemap.xml").text()
    outsider.goto("/search/?q=quincunx")
    expect(outsider.get_by_role("main").get_by_role("link", name=ARTICLE)).to_be_visible()


def test_whoever_submits_while_the_editor_saves_by_itself_waits_for_it(open_as):
    efe = open_as("efe")
    efe.add_init_script(NEVER_SAVES)
    begin(efe, "Blog", "The patient desk", "It waits for you.")
    form = efe.locator("form[data-controller~='w-autosave']")

    form.dispatch_event("w-autosave:save")
    efe.get_by_role("button", name="More actions").click()
    efe.locator("[name=action-submit]").click()
    expect(efe).to_have_url(re.compile("/pages/add/"))
    form.dispatch_event("w-autosave:success")

    expect(efe.get_by_text("created and submitted for moderation")).to_be_visible()


def test_an_event_published_the_same_way_is_in_the_diary(open_as, publisher):
    pia, outsider, bola = open_as(publisher), open_as("outsider"), open_as("bola")
    starts = datetime.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=3)

    begin(pia, "Events", EVENT, "Bring one, take another home.")
    for name, moment in (("starts_at", starts), ("ends_at", starts + timedelta(hours=2))):
        # Without a visit to the field: its calendar comes when it likes, and stands over the buttons.
        pia.locator(f"#id_{name}").evaluate("(field, words) => (field.value = words)", f"{moment:%Y-%m-%d %H:%M}")
    pia.get_by_role("button", name="More actions").click()
    pia.locator("[name=action-publish]").click()
    expect(pia.get_by_text("created and published")).to_be_visible()

    outsider.goto("/events/")
    outsider.get_by_role("link", name=EVENT).click()
    expect(outsider.get_by_role("heading", level=1)).to_have_text(EVENT)
    expect(outsider.get_by_role("main").get_by_role("link", name="Sign in to register")).to_be_visible()
    bola.goto(outsider.url)
    bola.get_by_role("button", name="Register").click()
    expect(bola.get_by_role("heading", name="You have a seat")).to_be_visible()


def test_a_member_without_an_office_does_not_enter_the_cms(open_as):
    answer = open_as("ada").goto("/cms/")

    assert answer.status == 403
    assert "wagtail" not in json.dumps(answer.text()).lower()
