from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.talk.actions.message import delete_message, edit_message
from forum.talk.views import edit
from tests.factories.forum import say


def page_of(name, message):
    return reverse(name, args=[message.thread.public_id, message.public_id])


def edited(who, topic, *versions):
    message = say(who.viewer, topic, versions[0])
    for body in versions[1:]:
        edit_message(by=who.viewer, message=message, body=body)
    return message


def queries(who, path):
    who.client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert who.client.get(path).status_code == 200
    return len(asked)


def test_ones_own_message_leads_to_what_it_said_before(ada, topic):
    message = edited(ada, topic, "canary **one**", "canary two", "Three")
    there = page_of("message_history", message)

    assert f'href="{there}"' in ada.client.get(page_of("message", message)).text
    page = ada.client.get(there).text
    assert page.index("canary two") < page.index("canary <strong>one</strong>")


def test_for_others_the_label_is_plain_and_the_page_is_not_there(ada, bola, dina, topic):
    message = edited(ada, topic, "canary", "Two")
    there = page_of("message_history", message)

    for who in (bola, dina):
        page = who.client.get(page_of("message", message)).text
        assert "Edited <time" in page and there not in page and "canary" not in page
        assert who.client.get(there).status_code == 404


def test_a_message_never_edited_leads_nowhere(ada, topic):
    message = say(ada.viewer, topic)
    there = page_of("message_history", message)

    assert there not in ada.client.get(page_of("message", message)).text
    assert ada.client.get(there).status_code == 404


def test_a_deleted_message_has_no_history(ada, topic):
    message = edited(ada, topic, "canary", "Two")
    delete_message(by=ada.viewer, message=message)

    assert ada.client.get(page_of("message_history", message)).status_code == 404
    assert page_of("message_history", message) not in ada.client.get(page_of("message", message)).text


def test_many_edits_are_read_by_pages_and_ask_no_more(ada, topic, monkeypatch):
    monkeypatch.setattr(edit, "PER_PAGE", 11)
    message = edited(ada, topic, "Words 0", "Words 1")
    there = page_of("message_history", message)
    one = queries(ada, there)

    for number in range(2, 11):
        edit_message(by=ada.viewer, message=message, body=f"Words {number}")
    assert queries(ada, there) == one

    for number in range(11, 14):
        edit_message(by=ada.viewer, message=message, body=f"Words {number}")
    first, second = (ada.client.get(f"{there}?page={number}").text for number in (1, 2))
    assert "<p>Words 12</p>" in first and "<p>Words 0</p>" not in first
    assert "<p>Words 0</p>" in second and "<p>Words 12</p>" not in second
