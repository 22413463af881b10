"""Somebody hides from an organisation whose people are reading along at that moment (features, J11.4)."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import numbers, open_thread, said, say
from tests.journeys.test_people_talk_live import LONG, mark, was_not_reloaded
from tests.journeys.ways import LINE, WAYS, hide_from, leave_only, wait_for_line

# Every frame as it comes, and every question by which a page would fill a gap.
LISTEN = f"""
window.heard = [];
{LINE}.addEventListener("frame", ({{ detail }}) => window.heard.push(JSON.stringify(detail)));
document.hasFocus = () => false;
"""
# What a page that learned of a message it may not read would ask for.
ASKS = re.compile(r"/changes/")


def shown_of(page: Page, title: str) -> str:
    """What the list of the space says of a thread: its messages and the time of the last."""
    page.goto("/m/discussions/")
    page.locator("main a[href^='/m/s/']").first.click()
    return " ".join(page.locator(".thread-row", has_text=title).inner_text().split())


@pytest.mark.timeout(300)
def test_her_signed_words_are_for_them_neither_there_nor_missing(join):
    number = next(numbers)
    place, title = f"Borough of Shade {number}", f"A shared room {number}"
    amara, chidi = join("Amara"), join("Chidi")
    bens = {way: join("Ben", place=place) for way in WAYS}
    plain = join("Ben", place=place, java_script_enabled=False)
    hide_from(amara, place)
    thread = open_thread(chidi, title, "Who is here?")
    questions = []
    for way, ben in bens.items():
        leave_only(ben, way)
        ben.goto(thread)
        wait_for_line(ben, way)
        ben.evaluate(LISTEN)
        mark(ben)
        ben.on("request", lambda request, way=way: ASKS.search(request.url) and questions.append((way, request.url)))
    amara.goto(thread)

    say(amara, "A canary of hers")
    expect(said(chidi)).to_have_text(["Who is here?", "A canary of hers"])
    say(amara, "Another canary")
    expect(said(chidi)).to_have_count(3)
    say(chidi, "And after her")

    for way, ben in bens.items():
        expect(said(ben)).to_have_text(["Who is here?", "And after her"], timeout=LONG)
        frames = "".join(ben.evaluate("window.heard"))
        assert "And after her" in frames
        assert not [words for words in ("canary", amara.person_name) if words in frames + ben.content()], way
        assert was_not_reloaded(ben)
        expect(ben).to_have_title(re.compile(r"^\(1\) "))
    # A poll begins with that question each time; the others ask it only where something is missing.
    assert [way for way, _ in questions if way != "poll"] == []

    plain.goto(thread)
    assert said(plain).all_inner_texts() == ["Who is here?", "And after her"]
    for page in (plain, *bens.values()):
        row = shown_of(page, title)
        assert "2 messages" in row
        assert amara.person_name not in page.content()
    assert "4 messages" in shown_of(chidi, title)
    assert amara.person_name not in found_by(plain, "canary") and "canary of hers" not in plain.content()
    assert "A canary of hers" in found_by(chidi, "canary")


def found_by(page: Page, words: str) -> str:
    """What search shows."""
    page.goto("/m/search/")
    page.locator("main [name=q]").fill(words)
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.wait_for_load_state()
    return page.get_by_role("main").inner_text()
