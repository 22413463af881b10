"""Folding and reading again as pages: by the report, by the message, by forms alone."""

import re
from uuid import uuid4

import pytest

from forum.desk.models import Report
from forum.folds.actions.fold import fold_away
from forum.folds.models import Fold
from forum.talk.models import Message
from network.people.models import Mute
from tests.factories.forum import say


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Loud words")


def address(message, page=""):
    return f"/m/t/{message.thread.public_id}/messages/{message.public_id}/{page}"


def thread_page(someone, message):
    return someone.client.get(f"/m/t/{message.thread.public_id}/").content.decode()


def folded_in(page):
    return re.findall(r'<details class="folded"><summary>(.+?)</summary>', page)


def report(someone, message, **choices):
    return someone.client.post(address(message, "report/"), {"reason": "other", "key": uuid4(), **choices})


def test_reported_and_folded_it_is_closed_for_the_reporter_alone(message, ada, bola, cem):
    assert report(bola, message, folds="on").status_code == 200

    assert folded_in(thread_page(bola, message)) == [f"{ada.person.name}, folded away"]
    assert folded_in(thread_page(cem, message)) == folded_in(thread_page(ada, message)) == []
    assert not Mute.objects.exists()


def test_reported_and_nothing_chosen_it_stands_as_it_stood(message, bola):
    report(bola, message)

    assert Report.objects.count() == 1
    assert folded_in(thread_page(bola, message)) == []


def test_also_mute_this_person_folds_all_they_say(message, ada, bola, topic):
    report(bola, message, mutes="on")
    say(ada.viewer, topic, "Later words")

    page = thread_page(bola, message)
    assert len(folded_in(page)) == Message.objects.filter(author=ada.person, thread=topic).count()
    assert f'data-muted="|{ada.person.public_id}"' in page


def test_sent_again_it_is_one_report_and_one_fold(message, bola):
    for _ in range(2):
        report(bola, message, folds="on", mutes="on")

    assert (Report.objects.count(), Fold.objects.count(), Mute.objects.count()) == (1, 1, 1)


def test_what_quotes_a_folded_message_shows_nothing_of_it(message, bola, cem, topic):
    say(cem.viewer, topic, "> Loud words\n\nI do not think so", reply_to=message)
    fold_away(by=bola.viewer, message=message)

    page = thread_page(bola, message)
    assert page.count("Loud words") == 1 and "I do not think so" in page
    assert thread_page(cem, message).count("Loud words") > 1


def test_from_the_message_and_back_by_forms_alone(message, ada, bola):
    assert address(message, "fold/") in bola.client.get(address(message)).content.decode()
    assert bola.client.post(address(message, "fold/"), {}).status_code == 422

    assert bola.client.post(address(message, "fold/"), {"folds": "on", "mutes": "on"}).status_code == 302
    page = bola.client.get(address(message)).content.decode()
    assert "Unfold this message" in page and f"Read {ada.person.name} again" in page
    assert folded_in(page)

    bola.client.post(address(message, "fold/removal/"))
    bola.client.post(f"/m/you/muted/{ada.person.public_id}/lifting/")
    assert folded_in(thread_page(bola, message)) == []


def test_a_message_that_moderators_hid_names_nobody_by_being_folded(message, ada, bola):
    fold_away(by=bola.viewer, message=message)
    Message.objects.filter(pk=message.pk).update(hidden_at=message.said_at)

    page = thread_page(bola, message)
    assert folded_in(page) == [] and "Note from the moderators" in page


def test_ones_own_words_offer_no_folding(message, ada):
    assert "For you alone" not in ada.client.get(address(message)).content.decode()
    assert ada.client.get(address(message, "fold/")).status_code == 404
