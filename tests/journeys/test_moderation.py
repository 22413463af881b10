"""A report from its first word to the appeal, each person in a browser of their own."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.moderation import HIDDEN, WORDS, open_case, report
from tests.journeys.steps import open_thread, said, say, until
from tests.journeys.ways import WAYS, leave_only, wait_for_line

# When the words went from the log, by the clock of the machine, which is that of the house as well.
NOTE_WHEN_GONE = """words => {
  const log = document.querySelector("[role=log]");
  const now = () => performance.timeOrigin + performance.now();
  const look = () => (window.goneAt ??= log.textContent.includes(words) ? null : now());
  new MutationObserver(look).observe(log, { childList: true, subtree: true, characterData: true });
}"""
MOST_MS = 2_000


def test_from_a_report_to_an_overturned_appeal(join):
    """Steps 1, 4, 6, 7 and 10 of the journey."""
    nia, dora = join("Nia", place="Borough of One"), join("Dora")
    kemi, leo = join("Kemi", kind="moderator"), join("Leo", kind="moderator")
    # Others of this house report as well: these words are nobody else's.
    words = f"{WORDS}, says {nia.person_name}"
    thread = open_thread(nia, "A hard topic", "Who is here?")
    say(nia, words)
    expect(said(nia)).to_have_text(["Who is here?", words])

    assert len(report(dora, thread, "Something else")) == 12
    dora.goto(thread)
    expect(said(dora)).to_have_text(["Who is here?", words])

    open_case(kemi, words)
    kemi.get_by_role("button", name="Take this one").click()
    expect(kemi.get_by_text("Assigned to you")).to_be_visible()
    open_case(leo, words)
    expect(leo.get_by_text(f"{kemi.person_name} has taken this")).to_be_visible()
    expect(leo.get_by_role("button", name="Decide")).to_have_count(0)

    kemi.get_by_label("Hide and pause posting for 24 hours").check()
    kemi.get_by_label("House rule").select_option(index=5)
    kemi.get_by_label("Your reason").fill("It is about a person.")
    kemi.get_by_role("button", name="Decide").click()
    kemi.wait_for_url("**/m/desk/reports/")

    # Everybody who has the thread open sees it go.
    expect(dora.get_by_text(HIDDEN)).to_be_visible(timeout=15_000)
    expect(nia.get_by_text(HIDDEN)).to_be_visible(timeout=15_000)
    expect(dora.get_by_text(words)).to_have_count(0)

    nia.goto(thread)
    expect(nia.get_by_text("Posting is paused for you until").first).to_be_visible()
    expect(nia.get_by_text("Who is here?").first).to_be_visible()
    expect(nia.get_by_label("Your message")).to_have_count(0)
    assert_refused_everywhere(nia, thread)

    nia.get_by_role("link", name="About this message", exact=True).click()
    expect(nia.get_by_text("House rule 5.")).to_be_visible()
    nia.get_by_role("link", name="Appeal").click()
    nia.get_by_label("Why should it stand?").fill("It was a question.")
    nia.get_by_role("button", name="Send the appeal").click()

    # Whoever decided finds no appeal; somebody else does.
    kemi.goto("/m/desk/reports/")
    expect(kemi.get_by_text("It was a question.")).to_have_count(0)
    leo.goto("/m/desk/reports/")
    leo.get_by_role("link", name="It was a question.").click()
    leo.get_by_label("Put it back").check()
    leo.get_by_label("Your reason").fill("A fair question.")
    leo.get_by_role("button", name="Decide").click()
    leo.wait_for_url("**/m/desk/reports/")

    expect(said(dora)).to_have_text(["Who is here?", words], timeout=10_000)
    nia.goto(thread)
    say(nia, "Thank you")
    expect(said(dora)).to_have_text(["Who is here?", words, "Thank you"], timeout=10_000)

    owner = join("Owner", kind="owner")
    owner.goto("/m/desk/log/")
    expect(owner.get_by_role("row", name="Case paused").first).to_contain_text(kemi.person_name)
    expect(owner.get_by_role("row", name="Appeal restored").first).to_contain_text(leo.person_name)
    expect(owner.get_by_text(nia.person_name)).to_have_count(0)


@pytest.mark.timeout(300)
def test_every_open_page_drops_it_within_two_seconds_of_the_decision(join):
    """Step 6: from the answer to whoever decided until it is out of the page, whatever way the page hears by."""
    nia, dora, kemi = join("Nia"), join("Dora", java_script_enabled=False), join("Kemi", kind="moderator")
    watching = {way: join("Wim") for way in WAYS}
    words = f"{WORDS}, says {nia.person_name}"
    thread = open_thread(nia, "Gone at once", "Who is here?")
    say(nia, words)
    expect(nia.locator("[role=log] [id^=message-] [data-body]")).to_have_text(["Who is here?", words])
    report(dora, thread, "Something else")
    open_case(kemi, words)
    kemi.get_by_role("button", name="Take this one").click()
    kemi.get_by_label("Hide the message").first.check()
    kemi.get_by_label("House rule").select_option(index=5)
    kemi.get_by_label("Your reason").fill("It is about a person.")
    for way, page in watching.items():
        leave_only(page, way)
        page.goto(thread)
        wait_for_line(page, way)
        expect(said(page)).to_have_text(["Who is here?", words])
        page.evaluate(NOTE_WHEN_GONE, words)

    with kemi.expect_response(lambda answer: answer.request.method == "POST" and "/desk/" in answer.url) as decided:
        kemi.get_by_role("button", name="Decide").click()

    took = {way: until(lambda page=page: page.evaluate("window.goneAt")) for way, page in watching.items()}
    asked = decided.value.request.timing
    assert decided.value.status == 302
    answered = asked["startTime"] + asked["responseStart"]
    assert {way: at - answered for way, at in took.items() if at - answered > MOST_MS} == {}


def assert_refused_everywhere(page: Page, thread: str) -> None:
    """Every kind of write, asked for as a page without its form would."""
    space = page.locator("main a[href^='/m/s/']").first.get_attribute("href")
    message = page.locator("a.message__time").first.get_attribute("href")
    writes = {
        f"{thread}messages/": {"body": "Once more"},
        f"{space}threads/new/": {"title": "Elsewhere", "body": "Once more"},
        f"{message}edit/": {"body": "Changed"},
        f"{message}reactions/": {"kind": "agree"},
    }
    for address, said_there in writes.items():
        assert post(page, address, said_there) in (403, 409), address


def post(page: Page, address: str, form: dict[str, str]) -> int:
    """As the page's own form would send it."""
    token = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "csrftoken")
    answer = page.request.post(address, form={"csrfmiddlewaretoken": token} | form, headers={"Referer": page.url})
    return answer.status


def test_people_of_one_organisation_are_one_voice_and_three_voices_hide_it(join):
    """Step 3, and the mark of the workplace."""
    nia = join("Nia", place="Borough of One")
    thread = open_thread(nia, "Heard by many", "Who is here?")
    say(nia, WORDS)
    colleagues = [join("Ray", place="Borough of Three", java_script_enabled=False) for _ in range(3)]

    for page in colleagues:
        report(page, thread, "Something else")
    expect(said(nia)).to_have_text(["Who is here?", WORDS])
    watching = join("Wim")
    watching.goto(thread)
    report(join("Uma", java_script_enabled=False), thread, "Racism or another kind of hate", at_work=True)
    report(join("Vic", java_script_enabled=False), thread, "Something else")

    expect(watching.get_by_text(HIDDEN)).to_be_visible(timeout=15_000)
    expect(watching.get_by_text(WORDS)).to_have_count(0)
    nia.goto("/m/notices/")
    expect(nia.get_by_text("Nothing has been decided").first).to_be_visible()

    # A colleague of the author does not learn of it at all: one of the reports is about the workplace.
    colleague = join("Cora", kind="moderator", place="Borough of One")
    colleague.goto("/m/desk/reports/")
    expect(colleague.get_by_text("Racism or another kind of hate")).to_have_count(0)
    # To others the words are veiled until they ask for them, by keyboard and without a script.
    leo = join("Leo", kind="moderator", java_script_enabled=False)
    open_case(leo, "Reported 3 times (5 reports")
    expect(leo.get_by_text(WORDS).first).to_be_hidden()
    leo.get_by_text("Words that may hurt").first.click()
    expect(leo.get_by_text(WORDS).first).to_be_visible()
