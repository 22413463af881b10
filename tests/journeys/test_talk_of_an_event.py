"""The talk of an event: asked before, live by the clock, led from a phone, stopped by one press, closed with it."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.steps import said, say
from tests.journeys.test_people_talk_live import mark, was_not_reloaded
from tests.running import House

PHONE = {"width": 390, "height": 844}
CLOSES = """
from datetime import timedelta
from django.utils import timezone
from forum.stage.models import Sitting
from forum.talk.models import Thread
from network.jobs.registry import later
talk = Sitting.objects.get(thread__public_id="{thread}")
ends = timezone.now() + timedelta(seconds=3)
times = {{"starts_at": talk.opens_at, "questions_at": talk.opens_at, "ends_at": ends - timedelta(seconds=1)}}
Sitting.objects.filter(pk=talk.pk).update(closes_at=ends, **times)
Thread.objects.filter(pk=talk.thread_id).update(closes_at=ends)
later("stage.turn", talk.pk, run_after=ends)
"""


def shell(house: House, words: str) -> None:
    house.manage("shell", "-v", "0", "-c", words)


def ask(page: Page, words: str) -> None:
    page.get_by_label("Your message").fill(words)
    page.get_by_role("button", name="Ask as a question").click()
    expect(said(page).last).to_have_text(words)


def queue(page: Page):
    return page.locator("#questions .question__words")


def votes(page: Page):
    return page.locator("#questions [data-votes]")


def test_asked_before_voted_for_once_live_by_the_clock_and_answered(company):
    talk, (chair, asker, voter) = company(60, {}, {}, {})
    for page in (chair, asker, voter):
        page.goto(talk)
        expect(page.locator("[data-phase]")).to_contain_text("Questions before")
        mark(page)

    ask(asker, "Who goes first?")
    expect(said(voter).last).to_have_text("Who goes first?")
    expect(queue(voter)).to_have_text(["Who goes first?"])
    voter.get_by_role("button", name=re.compile("for the question of")).dblclick()
    expect(votes(voter)).to_have_text(["1"])
    expect(votes(chair)).to_have_text(["1"])

    expect(voter.locator("[data-phase]")).to_have_attribute("data-phase", "live", timeout=100_000)
    expect(chair.locator("[data-phase]")).to_have_attribute("data-phase", "live")
    chair.get_by_role("button", name=re.compile("^Mark as answered")).click()
    expect(voter.locator(".question--answered")).to_contain_text(re.compile(r"Answered at \d+:"))
    expect(votes(voter)).to_have_text(["1"])
    assert was_not_reloaded(voter) and was_not_reloaded(chair)


def test_two_tabs_of_one_person_are_one_vote(company):
    talk, (chair, asker, voter) = company(600, {}, {}, {})
    asker.goto(talk)
    ask(asker, "Twice?")
    voter.goto(talk)
    other = voter.context.new_page()
    # It does not hear of the first vote: its button still says that there was none.
    other.route("**/session/", lambda route: route.abort())
    other.goto(talk)

    for page in (voter, other):
        page.get_by_role("button", name=re.compile("for the question of")).click()
        expect(page.get_by_role("button", name=re.compile("for the question of"))).to_have_attribute(
            "aria-pressed", "true"
        )

    chair.goto(talk)
    expect(votes(chair)).to_have_text(["1"])


def test_at_its_end_the_composer_goes_from_open_pages_and_what_was_begun_stays(house, company):
    talk, (chair, reader, writer) = company(600, {}, {}, {})
    for page in (reader, writer):
        page.goto(talk)
        mark(page)
    writer.get_by_label("Your message").fill("Not finished")

    shell(house, CLOSES.format(thread=talk.split("/")[-2]))

    expect(reader.locator("[data-phase]")).to_have_attribute("data-phase", "closed", timeout=30_000)
    expect(reader.locator("form[data-composer]")).to_be_hidden()
    expect(reader.locator(".thread__closed")).to_contain_text("Closed on")
    expect(writer.locator(".thread__closed")).to_contain_text("Closed on")
    expect(writer.get_by_label("Your message")).to_have_value("Not finished")
    assert was_not_reloaded(reader)


def test_one_press_on_a_phone_stops_the_talk_for_everybody(company):
    talk, (host, stays, goes) = company(1, {"viewport": PHONE}, {}, {})
    for page in (stays, goes):
        page.goto(talk)
    say(goes, "What nobody should read")
    expect(said(stays).last).to_have_text("What nobody should read")
    mark(stays)
    host.goto(f"{talk}host/")

    host.get_by_label(re.compile("^Seat")).check()
    host.get_by_role("button", name="Stop the talk now").click()

    expect(stays.locator(".thread__closed")).to_contain_text("paused")
    expect(stays.get_by_text("What nobody should read")).to_have_count(0)
    expect(stays.get_by_role("button", name="Send")).to_be_disabled()
    assert was_not_reloaded(stays)
    assert goes.goto(talk).status == 404

    host.get_by_role("button", name="Send it to everybody").click()
    expect(stays.get_by_text("has no place here")).to_be_visible()
    host.get_by_role("button", name="Go on").click()
    expect(stays.get_by_role("button", name="Send")).to_be_enabled()
    say(stays, "We go on")
    assert goes.goto(talk).status == 404
    host.get_by_role("button", name=re.compile("^Let in again")).click()
    expect(host.get_by_role("button", name=re.compile("^Let in again"))).to_have_count(0)
    assert goes.goto(talk).status == 200


def test_without_a_script_one_asks_votes_answers_and_stops(company):
    plain = {"java_script_enabled": False}
    talk, (host, asker, voter) = company(600, plain, plain, plain)
    asker.goto(talk)
    asker.get_by_label("Your message").fill("Without a script?")
    asker.get_by_role("button", name="Ask as a question").click()

    voter.goto(talk)
    voter.get_by_role("button", name=re.compile("for the question of")).click()
    expect(votes(voter)).to_have_text(["1"])
    host.goto(f"{talk}host/")
    host.get_by_role("button", name=re.compile("^Mark as answered")).click()
    expect(host.locator(".question--answered")).to_have_count(1)
    host.get_by_role("button", name="Stop the talk now").click()
    expect(host.get_by_role("heading", name="The talk is paused")).to_be_visible()
    voter.reload()
    expect(voter.get_by_text("paused").first).to_be_visible()
    expect(voter.locator("form[data-composer]")).to_have_count(0)
