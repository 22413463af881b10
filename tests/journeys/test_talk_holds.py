"""What a thread in the browser withstands and keeps to itself: markup, giants, forged ids, bad frames, hidden names."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import make_signed_in, numbers, open_thread, said, say, until
from tests.journeys.test_people_talk_live import expect_words, mark, was_not_reloaded

BETWEEN = """
from network.people.actions.block import raise_block
from network.people.actions.shield import raise_shield
from network.people.models import User
person, other = (User.objects.get(name=name) for name in ("{person}", "{other}"))
{deed}(person=person, other=other)
"""
# What comes down the line of a page, written down as it comes.
LISTEN = """
window.heard = [];
document.querySelector("live-thread").line.addEventListener("frame", ({ detail }) => window.heard.push(detail));
"""
LINE = "document.querySelector('live-thread').line"
MARKUP = '<script>window.wasHit = 1</script><img src=x onerror="window.wasHit = 1"><b>loud</b>'


@pytest.fixture
def company(house, sessions, open_as):
    """`company("Ann", "Bo")`: somebody new of each name, signed in."""

    def gather(*names: str) -> list[Page]:
        pages = []
        for name in names:
            handle = f"{name}{next(numbers)}"
            sessions[handle] = make_signed_in(house, name=handle)
            page = open_as(handle)
            page.person_name = handle
            pages.append(page)
        return pages

    return gather


def the_box(page: Page):
    return page.get_by_label("Your message")


def wait_for_line(page: Page) -> None:
    until(lambda: page.evaluate("document.querySelector('live-thread').line.state === 'open'"))


def typists_heard(page: Page) -> list[str]:
    return [frame["name"] for frame in page.evaluate("window.heard") if frame["kind"] == "typing"]


def keep_away(house, person: Page, other: Page, deed: str) -> None:
    facts = {"person": person.person_name, "other": other.person_name, "deed": deed}
    house.manage("shell", "-v", "0", "-c", BETWEEN.format(**facts))


def test_typing_is_shown_to_one_and_not_to_whom_one_keeps_away(house, company):
    amara, chidi, ben = company("Amara", "Chidi", "Ben")
    keep_away(house, amara, ben, "raise_block")
    thread = open_thread(chidi, "Who types", "Who is here?")
    for page in (amara, ben):
        page.goto(thread)
    for page in (amara, chidi, ben):
        wait_for_line(page)
    ben.evaluate(LISTEN)

    the_box(amara).press_sequentially("I")
    expect(chidi.locator("[data-typing]")).to_have_text(f"{amara.person_name} is typing")
    # Whatever was told to Ben about her came before this.
    say(chidi, "Go on")
    expect_words(ben, "Who is here?", "Go on")
    assert typists_heard(ben) in ([], [chidi.person_name])
    expect(ben.locator("[data-typing]")).to_have_text("")

    amara.goto("/m/you/discussions/")
    amara.get_by_label("Show that I am typing").uncheck()
    amara.get_by_role("button", name="Save").click()
    expect(amara.get_by_text("Your choices are saved.")).to_be_visible()
    chidi.reload()
    amara.goto(thread)
    for page in (amara, chidi):
        wait_for_line(page)
    chidi.evaluate(LISTEN)
    the_box(amara).press_sequentially("I")
    say(amara, "I am quiet")
    expect(said(chidi).last).to_have_text("I am quiet")
    assert amara.person_name not in typists_heard(chidi)


def test_a_hidden_name_typed_is_no_link_and_tells_nobody(house, company):
    amara, visi, hida = company("Amara", "Visi", "Hida")
    keep_away(house, hida, amara, "raise_shield")
    open_thread(amara, "Names typed", "Who is here?")

    the_box(amara).focus()
    with amara.expect_response("**/names/") as asked:
        the_box(amara).press_sequentially(f"@{hida.person_name}")
    assert asked.value.json()["names"] == []
    the_box(amara).fill(f"@{hida.person_name} and @{visi.person_name}, and @Nobody{next(numbers)}, please look")
    amara.get_by_role("button", name="Send").click()

    body = said(amara).last
    expect(body).to_contain_text(f"@{hida.person_name} and @{visi.person_name}")
    expect(amara.locator("[role=log] [data-provisional], [data-pending]")).to_have_count(0)
    assert body.locator("a, [data-person], span").count() == 0

    def told(page: Page) -> bool:
        page.goto("/m/notices/")
        return "mentioned you in" in page.locator("main").inner_text()

    # Both were called in one breath: when one of them was told, so would have been the other.
    assert until(lambda: told(visi))
    assert not told(hida)


def test_markup_giants_and_forged_ids_are_refused_in_plain_words(company):
    amara, chidi = company("Amara", "Chidi")
    thread = open_thread(chidi, "What comes up", "Who is here?")
    amara.goto(thread)
    wait_for_line(amara)
    mark(chidi)

    say(amara, MARKUP)
    expect(said(chidi).last).to_contain_text("loud")
    for page in (amara, chidi):
        assert said(page).last.locator("script, img, b").count() == 0
        assert page.evaluate("window.wasHit") is None

    the_box(amara).evaluate("box => box.removeAttribute('maxlength')")
    the_box(amara).evaluate("box => (box.value = 'x'.repeat(1_000_000))")
    amara.get_by_role("button", name="Send").click()
    refused = amara.locator("[data-pending]")
    expect(refused).to_contain_text("Not sent. Shorten your message to 8000 characters or fewer")
    refused.get_by_role("button", name="Discard").click()

    form = amara.locator("form[data-composer]")
    address = form.get_attribute("action")
    form.evaluate("form => (form.action = form.action.replace(/t\\/\\w+\\//, 't/nosuchplace1/'))")
    say(amara, "To nowhere")
    expect(refused).to_contain_text("Not sent. This thread is not here any more.")
    refused.get_by_role("button", name="Discard").click()

    form.evaluate("(form, address) => (form.action = address)", address)
    say(amara, "I am still here")
    expect(said(chidi).last).to_have_text("I am still here")
    expect(said(chidi)).to_have_count(3)
    assert was_not_reloaded(chidi)


def test_bad_frames_stop_the_page_that_sent_them_and_no_other(company):
    amara, chidi = company("Amara", "Chidi")
    thread = open_thread(chidi, "Bad frames", "Who is here?")
    amara.goto(thread)
    for page in (amara, chidi):
        wait_for_line(page)
    chidi.evaluate(f"{LINE}.addEventListener('state', () => (window.wasMoved = true))")

    for bad in ("{", "[]", '{"signal":"shout"}'):
        amara.evaluate(f"{LINE}.up({bad!r})")

    expect(amara.locator("[data-connection]")).to_contain_text("Live updates are paused")
    say(amara, "Words go by another way")
    expect_words(chidi, "Who is here?", "Words go by another way")
    assert chidi.evaluate("window.wasMoved") is None
