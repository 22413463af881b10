"""Words without a name, from the first one to the opening of their seal (features, J11.2-3 and 5-7)."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import make_signed_in, numbers, said, say
from tests.journeys.test_accessibility import violations

HOUR_STRIKES = """
from datetime import timedelta
from django.utils import timezone
from forum.sealed.telling import tell_of_hour
from forum.talk.actions.unnamed import to_the_hour
tell_of_hour(to_the_hour(timezone.now()) + timedelta(hours=1))
"""
QUITS = """
from network.people.actions.role import end_role
from network.people.models import Role
end_role(role=Role.objects.get(person__name="{name}", kind="alumna"), by=None)
"""
PART = {"Amara": "alumna", "Chidi": "alumna", "Ben": "ally", "Kemi": "moderator", "Leo": "owner"}


@pytest.fixture
def company(house, sessions, open_as):
    """Two alumnae, an ally, a moderator and an owner, each in a browser of their own."""
    number, pages = next(numbers), {}
    for name, kind in PART.items():
        sessions[f"{name}{number}"] = make_signed_in(house, name=f"{name}{number}", kind=kind)
        pages[name] = open_as(f"{name}{number}", bypass_csp=True)
    return pages


@pytest.fixture
def talk(company) -> str:
    """A thread of Chidi's among the alumni. Gives its address."""
    chidi = company["Chidi"]
    chidi.goto("/m/discussions/")
    chidi.get_by_role("link", name="Start a thread").click()
    chidi.locator("main a[href$='/threads/new/']", has_text="Among ourselves").click()
    chidi.locator("main [name=title]").fill("Acting up")
    chidi.locator("main [name=body]").fill("How was it for you?")
    chidi.locator("main form button[type=submit]").first.click()
    expect(chidi.get_by_role("log")).to_be_visible()
    return chidi.url.split("#")[0].split("?")[0]


def whisper(page: Page, talk: str, words: str) -> str:
    """Post without a name, from the thread's own composer. Gives the pen name."""
    page.goto(talk)
    page.get_by_label("Your message").fill(words)
    page.get_by_role("button", name="Post without my name").click()
    page.get_by_role("button", name=re.compile("Post (without my name|all the same)")).click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("It stands there, as")
    return heading.inner_text().removeprefix("It stands there, as ")


def about(page: Page, talk: str, words: str) -> None:
    """Go to the page of a message."""
    page.goto(talk)
    more = page.get_by_role("article").filter(has_text=words).locator("[data-more]")
    page.goto(more.get_attribute("href") or "")


def test_others_read_a_pen_and_learn_nothing_more(company, talk, house):
    amara, chidi, ben = company["Amara"], company["Chidi"], company["Ben"]

    pen = whisper(amara, talk, "I was passed over twice")
    assert violations(amara) == []

    expect(said(chidi)).to_have_text(["How was it for you?", "I was passed over twice"])
    heron = chidi.get_by_role("article").last
    expect(heron.locator("[data-name]")).to_have_text(pen)
    expect(heron.locator(".message__time")).to_contain_text("or later")
    assert re.fullmatch(r".*T\d\d:00:00.*", heron.locator(".message__time time").get_attribute("datetime"))
    assert heron.locator("a[href^='/m/p/']").count() == 0
    assert "Amara" not in chidi.content()
    assert violations(chidi) == []
    assert whisper(amara, talk, "And said nothing") == pen
    assert ben.goto(talk).status == 404

    house.manage("shell", "-v", "0", "-c", HOUR_STRIKES)
    chidi.goto("/m/notices/")
    expect(chidi.get_by_role("main")).to_contain_text(pen)
    assert "Amara" not in chidi.content()

    chidi.goto(talk)
    heron = chidi.get_by_role("article").filter(has_text="passed over twice")
    heron.get_by_role("link", name=re.compile("^Reply")).click()
    say(chidi, "Thank you for saying so")
    expect(said(chidi)).to_have_count(4)
    amara.goto("/m/notices/")
    expect(amara.get_by_role("link", name=f"1 new to {pen}")).to_be_visible()
    assert violations(amara) == []


def test_a_pen_is_folded_away_and_paused_by_people_who_do_not_know_whose_it_is(company, talk):
    amara, chidi, kemi = company["Amara"], company["Chidi"], company["Kemi"]
    pen = whisper(amara, talk, "Loud words of mine")

    about(chidi, talk, "Loud words of mine")
    chidi.get_by_role("link", name="Report message").click()
    chidi.get_by_label("Something else").check()
    chidi.get_by_role("button", name="Send the report").click()
    about(chidi, talk, "Loud words of mine")
    chidi.get_by_role("button", name=f"Fold {pen} away").click()
    chidi.goto(talk)
    expect(chidi.get_by_text(f"{pen}, folded away")).to_be_visible()
    expect(chidi.get_by_text("Loud words of mine")).to_be_hidden()
    assert violations(chidi) == []

    kemi.goto("/m/desk/reports/")
    kemi.get_by_role("listitem").filter(has_text="Loud words of mine").get_by_role("link").first.click()
    expect(kemi.get_by_role("heading", name=pen)).to_be_visible()
    assert "Amara" not in kemi.content()
    kemi.get_by_label("Hide and pause posting for 24 hours").check()
    kemi.get_by_label("House rule").select_option(index=2)
    kemi.get_by_label("Your reason").fill("Logged")
    kemi.get_by_role("button", name="Decide").click()

    amara.goto(talk)
    expect(amara.locator(".thread__pen")).to_contain_text("Moderators have paused this pen name here until")
    amara.get_by_label("Your message").fill("And with my name?")
    amara.get_by_role("button", name="Send").click()
    expect(said(amara).filter(has_text="And with my name?")).to_be_visible()


def test_two_together_open_a_seal_and_the_author_is_told(company, talk, house):
    amara, chidi, kemi, leo = (company[name] for name in ("Amara", "Chidi", "Kemi", "Leo"))
    pen = whisper(amara, talk, "I cannot go on")
    about(amara, talk, "I cannot go on")
    message = amara.url.rstrip("/").split("/")[-1]

    kemi.goto(f"/m/desk/pens/{message}/")
    assert violations(kemi) == []
    kemi.get_by_role("link", name="Ask for it to be opened").click()
    assert violations(kemi) == []
    kemi.get_by_label("A threat to life").check()
    kemi.get_by_label("What has happened").fill("She writes that she cannot go on.")
    kemi.get_by_role("button", name="Ask a second person").click()
    expect(kemi.get_by_text("You have asked; another person answers.")).to_be_visible()
    opening = kemi.url
    leo.goto(opening)
    assert violations(leo) == []
    leo.get_by_role("button", name="Open the seal").click()

    for one in (kemi, leo):
        one.goto(opening)
        one.get_by_role("button", name="Show me the name, once").click()
        expect(one.get_by_text("Amara")).to_be_visible()
        assert violations(one) == []
        one.goto(opening)
        expect(one.get_by_role("button", name="Show me the name, once")).to_have_count(0)
        assert "Amara" not in one.content()
    amara.goto("/m/you/words/")
    expect(amara.get_by_role("main")).to_contain_text("She writes that she cannot go on.")
    assert "Kemi" not in amara.content() and "Leo" not in amara.content()
    chidi.goto(talk)
    assert "Amara" not in chidi.content()

    house.manage("shell", "-v", "0", "-c", QUITS.format(name=amara_name(amara)))
    amara.goto(talk)
    assert "I cannot go on" not in amara.content()
    chidi.reload()
    expect(chidi.get_by_role("article").filter(has_text="I cannot go on").locator("[data-name]")).to_have_text(pen)


def amara_name(page: Page) -> str:
    """Her name with the number of this test, as her own pages have it."""
    found = re.search(r"Amara\d+", page.content())
    assert found
    return found[0]
