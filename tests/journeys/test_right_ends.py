"""The right to read ends while a page is open or away: it is told, and what was read goes from the page."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import open_thread, said, say, until
from tests.journeys.test_people_talk_live import NO_SOCKETS

LONG = 40_000
LINE = "document.querySelector('live-thread').line"
END_ROLES = """
from network.people.actions.role import end_role
from network.people.models import Role, User
for role in Role.objects.filter(person=User.objects.get(name="{name}")):
    end_role(role=role, by=None)
"""


def test_a_right_that_ended_while_the_page_was_away_takes_what_was_read_with_it(house, join, proxy):
    bo, ann = join("Bo"), join("Ann", **proxy.options)
    bar, box = ann.locator("[data-connection]"), ann.get_by_label("Your message")
    thread = open_thread(bo, "Said among members", "Nobody else reads this")
    ann.goto(thread)
    until(lambda: ann.evaluate(f"{LINE}.state === 'open'"))
    space = ann.locator(".thread__about a").first.inner_text().strip()
    box.fill("My own words")

    proxy.is_away = True
    expect(bar).to_contain_text("Connection lost")
    house.manage("shell", "-v", "0", "-c", END_ROLES.format(name=ann.person_name))
    proxy.is_away = False
    bar.get_by_role("button", name="Try now").click()

    expect(ann.get_by_role("heading", name="This page is empty now")).to_be_visible(timeout=LONG)
    expect(bar).to_contain_text("You can no longer read this")
    expect(ann.get_by_text("My own words")).to_be_visible()
    left = ann.evaluate("document.documentElement.innerText") + ann.title()
    assert not [words for words in ("Nobody else reads this", "Said among members", space) if words in left]


@pytest.mark.parametrize("way", ["socket", "stream", "poll"])
def test_whoever_is_put_out_is_out_in_two_seconds_by_any_way(company, way):
    talk, (host, stays, goes) = company(1, {}, {}, {})
    if way != "socket":
        goes.add_init_script(NO_SOCKETS)
    if way == "poll":
        goes.context.route("**/m/live/stream/**", lambda route: route.abort())
    for page in (stays, goes):
        page.goto(talk)
    until(lambda: goes.evaluate(f"{LINE}.way === '{way}' && {LINE}.state === 'open'"), 40)
    for words in ("Before he goes", "And again"):
        say(stays, words)
    say(goes, "My last words here")
    expect(said(stays).last).to_have_text("My last words here")
    expect(said(goes)).to_have_text(said(stays).all_inner_texts())
    send = goes.locator("form[data-composer]").get_attribute("action")
    token = goes.locator("form[data-composer] [name=csrfmiddlewaretoken]").input_value()
    host.goto(f"{talk}host/")

    host.get_by_label(re.compile(r"^Seat\d+x2")).check()
    host.get_by_role("button", name="Stop the talk now").click()

    expect(goes.get_by_role("heading", name="This page is empty now")).to_be_visible(timeout=2_000)
    assert "Before he goes" not in goes.content()
    facts = {"body": "One more", "key": str(uuid4()), "csrfmiddlewaretoken": token}
    assert goes.request.post(send, form=facts, headers={"Referer": goes.url}).status == 404
    assert "One more" not in stays.content()
