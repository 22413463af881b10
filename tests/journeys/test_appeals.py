"""What is done about a person, and who looks again: on open pages, by the letter, and never by whoever had a part."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.moderation import WORDS, open_case, report
from tests.journeys.steps import letters_to, open_thread, said, say, until
from tests.journeys.test_accessibility import NARROW, violations
from tests.running import House

PATIENCE = 15_000


def moderators(join, *names: str) -> list[Page]:
    return [join(name, kind="moderator") for name in names]


def propose(page: Page, words: str, measure: str) -> None:
    """From the report of these words, something that takes two."""
    open_case(page, words)
    page.get_by_role("link", name="Propose something that takes two people").click()
    page.get_by_label(measure).check()
    page.get_by_label("Message to the person").fill("Please let others speak.")
    page.get_by_label("Your reason").fill("Again and again.")
    page.get_by_role("button", name="Propose it").click()
    page.wait_for_url(re.compile(r"/m/desk/reports/\w+/$"))


def agree(page: Page, about: str) -> None:
    page.goto("/m/desk/reports/")
    page.locator(".thread-row", has_text=f"About {about};").get_by_role("link").first.click()
    page.get_by_label("Agree").check()
    page.get_by_role("button", name="Decide").click()
    page.wait_for_url("**/m/desk/reports/")


def open_own_measure(page: Page) -> None:
    page.goto("/m/notices/")
    page.goto(page.locator("main a[href^='/m/you/decisions/']").first.get_attribute("href"))


def appeal(page: Page, why: str) -> None:
    page.get_by_label("Why is it wrong?").fill(why)
    page.get_by_role("button", name="Send the appeal").click()
    expect(page.get_by_text("Somebody who had no part").first).to_be_visible()


def look_again(page: Page, why: str, choice: str) -> None:
    page.goto("/m/desk/reports/")
    page.locator(".thread-row", has_text=why).get_by_role("link").first.click()
    expect(page.get_by_text("Please let others speak.")).to_be_visible()
    page.get_by_label(choice).check()
    page.get_by_label("Your reason").fill("She was answering.")
    page.get_by_role("button", name="Decide").click()
    page.wait_for_url("**/m/desk/reports/")


def expect_no_appeal(why: str, *pages: Page) -> None:
    for page in pages:
        page.goto("/m/desk/reports/")
        expect(page.get_by_text(why)).to_have_count(0)


def test_a_pause_that_is_overturned_lets_the_open_page_write_on(join):
    """Step 7 of the journey: to somebody else, lifted, both told."""
    nia, dora = join("Nia"), join("Dora")
    kemi, leo, mia = moderators(join, "Kemi", "Leo", "Mia")
    words, why = f"{WORDS}, {nia.person_name} goes on", f"I was answering, says {nia.person_name}"
    thread = open_thread(nia, "Paused and back", "Who is here?")
    say(nia, words)
    report(dora, thread, "Something else")
    dora.goto(thread)
    propose(kemi, words, "Pause posting for 90 days")
    agree(leo, nia.person_name)

    # Her page has been open all the time. What she writes is refused in words, and kept.
    say(nia, "One thing more")
    waiting = nia.locator("[data-pending]")
    expect(waiting).to_contain_text("Not sent", timeout=PATIENCE)
    expect(waiting).to_contain_text("paused")
    other_tab = nia.context.new_page()
    open_own_measure(other_tab)
    other_tab.get_by_role("link", name="Appeal").click()
    appeal(other_tab, why)

    expect_no_appeal(why, kemi, leo, dora)
    dora.goto(thread)
    look_again(mia, why, "Undo it")

    waiting.get_by_role("button", name="Try again").click()
    expect(said(dora)).to_have_text(["Who is here?", words, "One thing more"], timeout=PATIENCE)
    expect(nia.locator("[data-pending]")).to_have_count(0)
    say(nia, "And I can go on")
    expect(said(dora).last).to_have_text("And I can go on", timeout=PATIENCE)
    open_own_measure(other_tab)
    expect(other_tab.get_by_text("This has ended, after your appeal.")).to_be_visible()
    for page, told in ((other_tab, "has looked at your appeal"), (kemi, "looked again"), (leo, "looked again")):
        page.goto("/m/notices/")
        expect(page.get_by_text(told).first).to_be_visible()
    assert not [name for name in (kemi, leo, mia) if name.person_name in other_tab.content()]


def test_kept_out_of_a_space_she_appeals_without_scripts_and_is_let_in(join):
    nia, dora = join("Nia", java_script_enabled=False), join("Dora")
    kemi, leo = moderators(join, "Kemi", "Leo")
    words, why = f"{WORDS}, {nia.person_name} repeats", f"It was a question, says {nia.person_name}"
    thread = open_thread(dora, "Kept out", "Who is here?")
    nia.goto(thread)
    nia.get_by_label("Your message").fill(words)
    nia.get_by_role("button", name="Send").click()
    report(dora, thread, "Something else")

    open_case(kemi, words)
    kemi.get_by_label("Hide and keep the author out of this space").check()
    kemi.get_by_label("House rule").select_option(index=5)
    kemi.get_by_label("Your reason").fill("Again and again.")
    kemi.get_by_label("Message to the author").fill("Please let others speak.")
    kemi.get_by_role("button", name="Decide").click()
    kemi.wait_for_url("**/m/desk/reports/")

    assert nia.goto(thread).status == 404
    open_own_measure(nia)
    nia.get_by_role("link", name="Appeal").click()
    nia.get_by_role("button", name="Send the appeal").click()
    expect(nia.get_by_role("heading", name="There is a problem")).to_be_visible()
    appeal(nia, why)
    expect_no_appeal(why, kemi)
    look_again(leo, why, "Undo it")

    assert nia.goto(thread).status == 200
    expect(nia.get_by_text("Who is here?").first).to_be_visible()


def address_in(house: House, person: str) -> str:
    """Where the letter leads, once it has come."""
    letters = until(lambda: letters_to(house, f"{person.lower()}@elsewhere.example"), 40)
    return until(lambda: re.search(r"https?://[^/\s]+(/appeal/\S+/)", "\n".join(letters)))[1]


def test_whoever_is_out_of_their_account_appeals_by_the_letter(house, join, open_as):
    nia, dora = join("Nia"), join("Dora")
    kemi, leo, mia = moderators(join, "Kemi", "Leo", "Mia")
    words, why = f"{WORDS}, {nia.person_name} insists", f"It was not me, says {nia.person_name}"
    thread = open_thread(nia, "Out of the house", "Who is here?")
    say(nia, words)
    report(dora, thread, "Something else")
    propose(kemi, words, "Close the account for now")
    agree(leo, nia.person_name)

    expect(nia.locator("[data-connection]")).not_to_be_empty(timeout=PATIENCE)
    letter = open_as("outsider", bypass_csp=True, viewport=NARROW)
    address = address_in(house, nia.person_name)
    letter.goto(address)
    assert nia.person_name not in letter.content() and "Please let others" not in letter.content()
    assert violations(letter) == []
    assert letter.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    appeal(letter, why)
    assert violations(letter) == []
    expect_no_appeal(why, kemi, leo)
    look_again(mia, why, "Undo it")

    letter.goto(address)
    expect(letter.get_by_text("The decision is undone")).to_be_visible()
    theirs = f"{nia.person_name.lower()}@elsewhere.example"
    answer = until(lambda: [one for one in letters_to(house, theirs) if "Your account is open again" in one], 40)
    assert len(answer) == 1 and why not in answer[0]
    # A forged address is no page, and looks like any that never was.
    assert letter.goto(f"{address[:-4]}abc/").status == 404
