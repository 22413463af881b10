"""What stands beside a talk's thread."""

from datetime import timedelta

import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories.forum import make_space, make_thread
from tests.factories.stage import ask_in

FRAGMENT = {"X-Fragment": "1"}


def page_of(who, sitting) -> str:
    return who.client.get(f"/m/t/{sitting.thread.public_id}/").content.decode()


def inside_of(who, sitting) -> str:
    return who.client.get(f"/m/t/{sitting.thread.public_id}/session/", headers=FRAGMENT).content.decode()


def test_the_panel_says_where_the_talk_stands_who_leads_it_and_what_is_asked(talk, ada, bola):
    ask_in(bola.viewer, talk, "Who goes first?")

    page = page_of(bola, talk)

    assert "About this talk" in page and "Questions before" in page
    assert ada.person.name in page and "Chair" in page and "Who goes first?" in page
    assert "Ask as a question" in page and "Host this talk" not in page
    assert "Host this talk" in page_of(ada, talk)


def test_the_stream_opens_half_an_hour_before_and_ends_with_it(talk, bola):
    early, end = talk.starts_at - timedelta(minutes=30), talk.ends_at
    shown = []
    for moment in (early - timedelta(seconds=1), early, end - timedelta(seconds=1), end):
        with time_machine.travel(moment, tick=False):
            shown.append("Watch the stream" in inside_of(bola, talk))

    assert shown == [False, True, True, False]


def test_at_the_end_the_composer_is_gone_and_the_page_says_when_it_closed(talk, bola):
    with time_machine.travel(talk.closes_at, tick=False):
        page = page_of(bola, talk)

    assert "data-composer" not in page
    assert f"This thread was closed on {timezone.localtime(talk.closes_at):%-d %B %Y}" in page
    assert "Closed on" in page


def test_other_threads_have_no_panel_and_no_such_address(bola):
    thread = make_thread(bola.viewer, make_space())

    page = bola.client.get(f"/m/t/{thread.public_id}/").content.decode()

    assert "sitting-panel" not in page and "Ask as a question" not in page
    assert bola.client.get(f"/m/t/{thread.public_id}/session/").status_code == 404


def test_a_browser_is_led_to_the_thread(talk, bola):
    answer = bola.client.get(f"/m/t/{talk.thread.public_id}/session/")

    assert answer["Location"] == f"/m/t/{talk.thread.public_id}/"


def test_the_page_is_asked_for_in_as_many_questions_however_much_is_asked(talk, bola, cem):
    def questions():
        bola.client.get(f"/m/t/{talk.thread.public_id}/")
        with CaptureQueriesContext(connection) as asked:
            bola.client.get(f"/m/t/{talk.thread.public_id}/")
        return len(asked)

    ask_in(cem.viewer, talk)
    few = questions()
    for _ in range(5):
        ask_in(cem.viewer, talk)

    assert questions() == few
