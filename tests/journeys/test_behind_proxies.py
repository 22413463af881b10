"""A proxy stands before the house, or nothing is there at all: no word is lost, and no page stays silent unawares."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import make_signed_in, numbers, open_thread, said, say, until
from tests.journeys.test_people_talk_live import expect_words, mark, was_not_reloaded

LONG = 40_000
END_SESSIONS = """
from django.contrib.sessions.models import Session
from network.people.models import User
person = User.objects.get(name="{name}")
for session in Session.objects.all():
    if session.get_decoded().get("_auth_user_id") == str(person.pk):
        session.delete()
"""
MEANWHILE = """
from uuid import uuid4
from django.utils import timezone
from forum.talk.actions.message import delete_message, edit_message, post_message
from forum.talk.models import Message, Thread
from network.access.viewer import viewer_of
thread = Thread.objects.get(public_id="{thread}")
by = viewer_of(thread.author)
first = Message.objects.get(thread=thread, body="To be mended")
gone = Message.objects.get(thread=thread, body="To be taken back")
said = [
    post_message(by=by, thread=thread, body=f"Meanwhile {{number}}", key=uuid4(), at=timezone.now())
    for number in range(15)
]
edit_message(by=by, message=first, body="Mended meanwhile")
edit_message(by=by, message=said[3], body="Meanwhile 3, mended")
delete_message(by=by, message=gone)
"""


@pytest.fixture
def pair(house, sessions, open_as, proxy) -> list[Page]:
    """Bo sits at home; Ann reads through the proxy."""
    pages = []
    for name, options in (("Bo", {}), ("Ann", proxy.options)):
        handle = f"{name}{next(numbers)}"
        sessions[handle] = make_signed_in(house, name=handle)
        page = open_as(handle, **options)
        page.person_name = handle
        pages.append(page)
    return pages


def live(page: Page, thread: str) -> None:
    """Open a thread and wait until its line stands."""
    page.goto(thread)
    wait_for_line(page)
    mark(page)


def wait_for_line(page: Page) -> None:
    until(lambda: page.evaluate("document.querySelector('live-thread').line.state === 'open'"))


def hurry(page: Page, condition: str) -> None:
    """Let the page's own clock run until something holds: its patience is longer than a test's."""
    for _ in range(40):
        if page.evaluate(condition):
            return
        page.clock.run_for(2_500)
        page.wait_for_timeout(50)
    raise TimeoutError(condition)


def the_bar(page: Page):
    return page.locator("[data-connection]")


def the_box(page: Page):
    return page.get_by_label("Your message")


def test_where_sockets_are_cut_every_minute_nobody_notices(pair, proxy):
    bo, ann = pair
    thread = open_thread(bo, "A proxy with a clock", "Who is here?")
    live(ann, thread)
    words = ["Who is here?"]

    for number in range(3):
        say(bo, f"Before cut {number}")
        proxy.cut()
        say(bo, f"After cut {number}")
        words += [f"Before cut {number}", f"After cut {number}"]
        expect_words(ann, *words)

    assert proxy.tunnels >= 3 and was_not_reloaded(ann)
    assert ann.evaluate("document.querySelector('live-thread').line.way") == "socket"
    expect(the_bar(ann)).to_be_hidden()


def test_a_proxy_that_holds_streams_is_noticed_and_polls_bring_the_same(pair, proxy):
    bo, ann = pair
    proxy.lets_sockets, proxy.holds_streams = False, True
    ann.clock.install()
    thread = open_thread(bo, "A proxy that holds", "Who is here?")
    ann.goto(thread)
    mark(ann)

    hurry(ann, "document.querySelector('live-thread').line.way === 'poll'")
    say(bo, "One")
    expect_words(ann, "Who is here?", "One")
    say(ann, "Two")
    say(bo, "Three")

    expect_words(ann, "Who is here?", "One", "Two", "Three")
    assert was_not_reloaded(ann)


def test_a_socket_that_died_without_a_word_is_asked_and_replaced(pair, proxy):
    bo, ann = pair
    ann.clock.install()
    thread = open_thread(bo, "A line half dead", "Who is here?")
    live(ann, thread)
    proxy.mute()
    say(bo, "Into the void")

    ann.evaluate(
        "document.querySelector('live-thread').line"
        ".addEventListener('state', ({ detail }) => (window.wasLost ||= detail.state === 'lost'))"
    )
    hurry(ann, "window.wasLost === true")
    hurry(ann, "document.querySelectorAll('[role=log] [data-body]').length === 2")
    expect_words(ann, "Who is here?", "Into the void")
    assert was_not_reloaded(ann)


@pytest.mark.parametrize("sockets", [True, False], ids=["socket", "stream"])
def test_a_session_that_ended_while_the_page_was_away_is_told_and_the_words_stay(house, pair, proxy, sockets):
    bo, ann = pair
    proxy.lets_sockets = sockets
    live(ann, open_thread(bo, "Away for a while", "Who is here?"))
    the_box(ann).fill("Half a thought")

    proxy.is_away = True
    expect(the_bar(ann)).to_contain_text("Connection lost")
    house.manage("shell", "-v", "0", "-c", END_SESSIONS.format(name=ann.person_name))
    proxy.is_away = False
    the_bar(ann).get_by_role("button", name="Try now").click()

    expect(the_bar(ann)).to_contain_text("You are signed out", timeout=LONG)
    expect(the_bar(ann).get_by_role("link", name="Sign in")).to_be_visible()
    expect(the_box(ann)).to_have_value("Half a thought")
    assert was_not_reloaded(ann)


def test_what_happened_while_one_was_away_comes_whole_in_order_and_once(house, pair, proxy):
    bo, ann = pair
    thread = open_thread(bo, "Forty seconds away", "Who is here?")
    for words in ("To be mended", "To be taken back"):
        say(bo, words)
    expect(said(bo)).to_have_count(3)
    live(ann, thread)
    the_box(ann).fill("Not sent yet")

    proxy.is_away = True
    expect(the_bar(ann)).to_contain_text("Connection lost")
    house.manage("shell", "-v", "0", "-c", MEANWHILE.format(thread=thread.rstrip("/").rsplit("/", 1)[-1]))
    proxy.is_away = False
    the_bar(ann).get_by_role("button", name="Try now").click()

    missed = [f"Meanwhile {number}" + (", mended" if number == 3 else "") for number in range(15)]
    expect_words(ann, "Who is here?", "Mended meanwhile", *missed)
    expect(the_box(ann)).to_have_value("Not sent yet")
    assert "To be taken back" not in ann.content() and "To be mended" not in ann.content()
    assert was_not_reloaded(ann)
    ids = ann.evaluate("[...document.querySelectorAll('[role=log] [id^=message-]')].map((one) => one.id)")
    assert len(ids) == len(set(ids)) == 18


def test_sent_away_by_a_house_that_ends_a_page_comes_back_at_a_time_of_its_own(pair):
    bo, ann = pair
    thread = open_thread(bo, "Who is in tomorrow", "I am")
    ann.add_init_script("Math.random = () => 0.5")
    ann.clock.install()
    lines = []

    def restart(line):
        lines.append(line)
        line.send('{"kind": "pulse"}')
        line.close(code=1012, reason="")

    ann.route_web_socket("**/m/live/socket/**", restart)
    ann.goto(thread)
    until(lambda: ann.evaluate("document.querySelector('live-thread').line.state === 'lost'"))

    # Half of the way from one second to thirty.
    ann.clock.run_for(15_000)
    assert len(lines) == 1
    ann.clock.run_for(1_000)
    until(lambda: len(lines) == 2)
