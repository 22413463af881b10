"""What reporters choose: how much of a private conversation is read, and what they have to go on reading themselves."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.moderation import begin_report
from tests.journeys.steps import letters_to, open_thread, said, say, until

TALK = """
from network.access.viewer import viewer_of
from network.people.models import User
from tests.factories.direct import make_conversation
from tests.factories.forum import say
one, other = (User.objects.get(name=name) for name in ("{one}", "{other}"))
thread = make_conversation(one, other)
for words in ("{said}".split("|")):
    say(viewer_of(User.objects.get(pk=one.pk)), thread, words)
print(thread.public_id)
"""


@pytest.fixture
def talk(house):
    """The first says all of it to the other, in private. Gives the address."""

    def talk(one: Page, other: Page, *words: str) -> str:
        facts = {"one": one.person_name, "other": other.person_name, "said": "|".join(words)}
        return f"/m/t/{house.manage('shell', '-v', '0', '-c', TALK.format(**facts)).split()[-1]}/"

    return talk


def send(page: Page, *ticked: str, reason: str = "Something else") -> None:
    page.get_by_label(reason).check()
    for label in ticked:
        page.get_by_label(label).check()
    page.get_by_role("button", name="Send the report").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def find_case(page: Page, words: str) -> None:
    page.goto("/m/desk/reports/")
    page.locator(".thread-row", has_text=words).get_by_role("link").first.click()


@pytest.mark.parametrize("scripted", [True, False], ids=["live", "by page"])
def test_of_a_private_conversation_the_reporter_chooses_and_two_open_more(join, talk, scripted):
    """Step 5."""
    ona, tomi = join("Ona"), join("Tomi", java_script_enabled=scripted)
    leo, owner = join("Leo", kind="moderator"), join("Olu", kind="owner")
    early, chosen, reported, late = (f"{word} of {ona.person_name}" for word in ("Early", "Chosen", "Reported", "Late"))
    tomi.goto(talk(ona, tomi, early, chosen, reported, late))
    begin_report(tomi, reported)
    send(tomi, f"{chosen}")

    find_case(leo, reported)
    expect(leo.get_by_text(reported).first).to_be_visible()
    expect(leo.get_by_text(chosen).first).to_be_visible()
    for words in (early, late):
        expect(leo.get_by_text(words)).to_have_count(0)

    leo.get_by_role("link", name="Ask to read more of it").click()
    leo.get_by_label("Serious abuse").check()
    leo.get_by_label("What has happened").fill("It does not show the threat.")
    leo.get_by_role("button", name="Ask a second person").click()
    expect(leo.get_by_text("another person answers")).to_be_visible()
    expect(leo.get_by_role("link", name="Read it")).to_have_count(0)

    owner.goto(leo.url)
    owner.get_by_role("button", name="Open it").click()
    owner.get_by_role("link", name="Read it").click()
    expect(owner.get_by_text(early).first).to_be_visible()
    expect(owner.get_by_text(late).first).to_be_visible()

    for page in (ona, tomi):
        page.goto("/m/you/receipts/")
        expect(page.get_by_text("A moderator asked and an owner confirmed")).to_be_visible()
        expect(page.get_by_text(leo.person_name)).to_have_count(0)


def test_reported_it_is_folded_away_for_its_reporter_alone_and_on_every_device(join, open_as):
    """Step 1, with the person muted as well."""
    nia, dora, wim = join("Nia"), join("Dora"), join("Wim")
    words, later = (f"{word} of {nia.person_name}" for word in ("Loud words", "Later words"))
    thread = open_thread(nia, f"A topic of {nia.person_name}", words)
    for page in (dora, wim):
        page.goto(thread)
    begin_report(dora, words)
    send(dora, "Fold this message away for me", "Also mute this person")

    folded = f"{nia.person_name}, folded away"
    dora.goto(thread)
    expect(dora.get_by_text(folded)).to_have_count(1)
    expect(dora.get_by_text(words)).to_be_hidden()
    say(nia, later)
    expect(said(wim)).to_have_text([words, later])
    expect(dora.get_by_text(folded)).to_have_count(2)
    expect(dora.get_by_text(later)).to_be_hidden()
    expect(wim.get_by_text(folded)).to_have_count(0)
    expect(nia.get_by_text(folded)).to_have_count(0)

    phone = open_as(dora.person_name, java_script_enabled=False, viewport={"width": 320, "height": 640})
    phone.goto(thread)
    expect(phone.get_by_text(words)).to_be_hidden()
    phone.get_by_text(folded).first.click()
    expect(phone.get_by_text(words)).to_be_visible()
    phone.goto("/m/you/muted/")
    phone.get_by_role("button", name="Read again").click()
    expect(phone.get_by_text("You have muted nobody")).to_be_visible()


def test_from_the_menu_of_a_message_it_is_folded_away(join):
    nia, dora = join("Nia"), join("Dora")
    words = f"Tiring words of {nia.person_name}"
    dora.goto(open_thread(nia, f"Another topic of {nia.person_name}", words))

    message = dora.locator(".message", has_text=words)
    message.hover()
    message.get_by_role("link", name="More about this message").click()
    dora.get_by_role("menuitem", name="Fold away for me").click()
    dora.get_by_role("button", name="Fold away").click()

    expect(dora.get_by_text(f"{nia.person_name}, folded away")).to_be_visible()
    expect(dora.get_by_text(words)).to_be_hidden()


def test_where_somebody_may_be_at_risk_it_goes_to_the_lead_and_no_mail_says_why(join, house):
    """Step 8."""
    nia, dora = join("Nia"), join("Dora", java_script_enabled=False)
    leo, owner = join("Leo", kind="moderator"), join("Olu", kind="owner")
    words = f"Frightening words of {nia.person_name}"
    thread = open_thread(nia, f"A topic in need of {nia.person_name}", words)
    dora.goto(thread)
    begin_report(dora, words)
    send(dora, reason="A child or an adult is at risk")

    expect(nia.get_by_text("A message was hidden here")).to_be_visible(timeout=15_000)
    leo.goto("/m/desk/reports/")
    expect(leo.get_by_text(words)).to_have_count(0)
    find_case(owner, words)
    expect(owner.get_by_role("heading", name="Somebody may be at risk")).to_be_visible()
    expect(owner.get_by_text("Decide by").first).to_be_visible()

    to_owner = until(lambda: letters_to(house, f"{owner.person_name.lower()}@elsewhere.example"))
    assert not [letter for letter in to_owner if words in letter or nia.person_name in letter or "risk" in letter]
