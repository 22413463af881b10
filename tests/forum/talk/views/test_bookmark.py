from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.talk.actions import bookmark as actions
from forum.talk.actions.bookmark import save_message
from forum.talk.views import bookmark
from tests.factories.forum import make_thread, say


def page_of(name, message):
    return reverse(name, args=[message.thread.public_id, message.public_id])


def saved(who, query=""):
    return who.client.get(reverse("saved") + query).text


def queries(who):
    saved(who)
    with CaptureQueriesContext(connection) as asked:
        saved(who)
    return len(asked)


def test_a_message_is_saved_and_removed_by_plain_forms(ada, bola, topic):
    message = say(ada.viewer, topic, "canary")
    page, save, remove = (page_of(name, message) for name in ("message", "bookmark", "bookmark_removal"))
    assert save in bola.client.get(page).text and "canary" not in saved(bola)

    assert bola.client.post(save)["Location"] == page
    assert f'action="{remove}"' in bola.client.get(page).text and "canary" in saved(bola)
    assert "canary" not in saved(ada)

    assert bola.client.post(remove)["Location"] == reverse("saved")
    assert f'action="{save}"' in bola.client.get(page).text and "canary" not in saved(bola)


def test_opening_a_page_saves_nothing(ada, bola, topic):
    message = say(ada.viewer, topic, "canary")

    assert bola.client.get(page_of("bookmark", message)).status_code == 405
    assert "canary" not in saved(bola)


def test_the_list_is_reached_from_the_discussions(bola, lounge):
    assert f'href="{reverse("saved")}"' in bola.client.get(reverse("discussions")).text


def test_the_list_leads_to_the_message_in_its_thread(ada, bola, topic):
    message = say(ada.viewer, topic)
    save_message(by=bola.viewer, message=message)

    assert f'href="/m/t/{topic.public_id}/?at={message.public_id}#{message.element_id}"' in saved(bola)


def test_one_too_many_is_refused_calmly(ada, bola, topic, monkeypatch):
    monkeypatch.setattr(actions, "MOST_SAVED", 1)
    save_message(by=bola.viewer, message=say(ada.viewer, topic))

    answer = bola.client.post(page_of("bookmark", say(ada.viewer, topic, "canary")))

    assert answer.status_code == 409
    assert "the most we keep" in answer.text and "canary" in answer.text


def test_what_went_out_of_sight_leaves_no_trace_and_fills_no_page(ada, bola, maya, lounge, hides, monkeypatch):
    monkeypatch.setattr(bookmark, "PER_PAGE", 2)
    theirs = make_thread(bola.viewer, lounge, title="Seen by all")
    for body in ("First", "Second"):
        save_message(by=maya.viewer, message=say(bola.viewer, theirs, body))
    for _ in range(3):
        save_message(by=maya.viewer, message=say(ada.viewer, theirs, "canary"))
    assert "canary" in saved(maya) and 'rel="next"' in saved(maya)

    hides(ada, maya)

    page = saved(maya)
    assert "Second" in page and "First" in page
    assert "canary" not in page and 'rel="next"' not in page


def test_the_list_asks_the_same_at_one_and_at_ten(ada, bola, cem, topic):
    save_message(by=bola.viewer, message=say(ada.viewer, topic))
    one = queries(bola)

    for _ in range(9):
        save_message(by=bola.viewer, message=say(cem.viewer, make_thread(cem.viewer)))

    assert queries(bola) == one


def test_many_are_read_by_pages(ada, bola, topic, monkeypatch):
    monkeypatch.setattr(bookmark, "PER_PAGE", 2)
    for number in range(3):
        save_message(by=bola.viewer, message=say(ada.viewer, topic, f"Words-{number}"))

    first, second = saved(bola), saved(bola, "?page=2")

    assert [f"Words-{number}" in first for number in range(3)] == [False, True, True]
    assert [f"Words-{number}" in second for number in range(3)] == [True, False, False]
