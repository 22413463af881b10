"""Who takes what: colleagues pass on, and a full hand sends the next one to others."""

from playwright.sync_api import expect

from tests.journeys.moderation import WORDS, begin_report, open_case, report
from tests.journeys.steps import open_thread, said, say


def test_a_colleague_of_the_author_is_asked_to_pass_it_on(join):
    """Step 4, second half."""
    nia, dora = join("Nia", place="Borough of One"), join("Dora")
    thread = open_thread(nia, "Between colleagues", "Who is here?")
    say(nia, f"{WORDS} either")
    report(dora, thread, "Something else")
    kemi = join("Kemi", kind="moderator", place="Borough of One")

    open_case(kemi, f"{WORDS} either")

    expect(kemi.get_by_text("The author works where you do.")).to_be_visible()
    expect(kemi.get_by_role("button", name="Take this one")).to_have_count(0)
    expect(kemi.get_by_label("Leave it")).to_have_count(0)
    expect(kemi.get_by_label("Pass to the network lead")).to_be_visible()


def test_duty_is_taken_by_plain_forms_and_a_full_hand_sends_the_next_to_others(join):
    """Step 11."""
    nia, dora = join("Nia"), join("Dora")
    thread = open_thread(nia, "So many", "Who is here?")
    for number in range(6):
        say(nia, f"{WORDS} number {number}")
        expect(said(nia).last).to_have_text(f"{WORDS} number {number}")
    kemi = join("Kemi", kind="moderator", java_script_enabled=False)
    for number in range(6):
        dora.goto(thread)
        begin_report(dora, f"number {number}")
        dora.get_by_label("Something else").check()
        dora.get_by_role("button", name="Send the report").click()

    kemi.goto("/m/desk/duty/")
    kemi.get_by_label("I am on duty").check()
    kemi.get_by_role("button", name="Save").click()
    for _ in range(5):
        kemi.goto("/m/desk/reports/")
        kemi.get_by_role("button", name="Take the next one").click()
        expect(kemi.get_by_text("Assigned to you").first).to_be_visible()
    kemi.goto("/m/desk/reports/")
    kemi.get_by_role("button", name="Take the next one").click()
    expect(kemi.get_by_role("heading", name="Your hands are full")).to_be_visible()

    leo = join("Leo", kind="moderator", java_script_enabled=False)
    leo.goto("/m/desk/reports/")
    leo.get_by_role("button", name="Take the next one").click()
    expect(leo.get_by_text("Assigned to you").first).to_be_visible()
