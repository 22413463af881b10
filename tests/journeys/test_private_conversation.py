"""Two who agree to it talk in private, each in a browser of their own; and without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import make_signed_in, numbers, said, say, until

LISTED = """
from network.people.models import User
from tests.factories.direct import list_for
list_for(User.objects.get(name="{name}"))
"""


@pytest.fixture
def names(house, sessions) -> list[str]:
    """Two whom all members find, and who take everybody's requests."""
    found = [f"{name}{next(numbers)}" for name in ("Ona", "Tomi")]
    for name in found:
        sessions[name] = make_signed_in(house, name=name)
        house.manage("shell", "-v", "0", "-c", LISTED.format(name=name))
    return found


def ask_from_profile(page: Page, name: str, words: str) -> None:
    page.goto("/m/conversations/new/")
    page.get_by_label("Their full name").fill(name)
    page.get_by_role("button", name="Look for this name").click()
    page.get_by_role("link", name=name).click()
    page.get_by_label("A line to say why").fill(words)
    page.get_by_role("button", name="Ask to talk").click()
    expect(page.get_by_text("We have passed on your request, if they take requests.")).to_be_visible()


def say_yes(page: Page, name: str) -> None:
    """Once the worker has passed it on."""
    until(lambda: page.goto("/m/conversations/") and page.get_by_role("link", name=name).count())
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="Yes, talk").click()


@pytest.mark.parametrize("scripted", [True, False], ids=["live", "by page"])
def test_two_talk_once_both_have_said_yes(open_as, names, scripted):
    ona, tomi = (open_as(name, java_script_enabled=scripted) for name in names)

    ask_from_profile(ona, names[1], "About Thursday")
    say_yes(tomi, names[0])
    expect(tomi.get_by_role("heading", level=1)).to_have_text(names[0])
    address = tomi.url
    ona.goto("/m/conversations/")
    ona.get_by_role("link", name=names[1]).first.click()
    expect(ona).to_have_url(address)

    say(tomi, "Gladly. When?")
    if not scripted:
        ona.get_by_role("link", name="Check for new messages").click()
        ona.reload()
    expect(said(ona)).to_have_text(["Gladly. When?"])
    say(ona, "At ten")
    if not scripted:
        tomi.reload()
    expect(said(tomi)).to_have_text(["Gladly. When?", "At ten"])

    tomi.get_by_role("link", name="Leave", exact=True).click()
    tomi.get_by_role("button", name="Leave").click()
    expect(tomi.get_by_role("heading", name="Messages", level=1)).to_be_visible()
    ona.reload()
    expect(ona.get_by_text("This conversation has ended.")).to_be_visible()
