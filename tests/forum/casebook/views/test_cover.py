"""The pages of an appeal against what was hidden: for whose words they are, and at the table."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.casebook.actions.cover import object_to_cover
from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.concerns.models import Concern
from forum.covers.models import Cover
from network.people.actions.affiliation import affiliate
from network.people.models import User
from tests.factories.forum import make_thread

HIDDEN, WORDS = "/m/you/hidden/", "It names nobody at all"


def hide_title_of(thread, reporter, by):
    told = Told("other", "Please look")
    concern = report_subject(by=reporter.viewer, kind="thread", ref=thread.public_id, told=told, key=uuid4())
    hiding = Hiding(("title",), "It names a child.")
    decide_concern(by=by.viewer, concern=concern, acts=True, reason="Logged", hiding=hiding)
    return Cover.objects.get(thread=thread)


@pytest.fixture
def cover(ada, bola, dina, leo, lounge):
    """Leo could look again."""
    return hide_title_of(make_thread(ada.viewer, lounge, title="Unkind title words"), bola, dina)


@pytest.fixture
def address(cover):
    return reverse("cover_appeal", args=[cover.public_id])


@pytest.fixture
def asked(cover, ada):
    return object_to_cover(by=ada.viewer, cover=cover, words=WORDS, key=uuid4())


def page(client, address):
    return client.get(address).content.decode()


def desk_page_of(asked):
    return reverse("concern", args=[asked.public_id])


def test_the_form_asks_for_words_alone(ada, address):
    form = page(ada.client, address)

    assert "<h1>Appeal</h1>" in form and "Unkind title words" in form and "You can appeal once" in form
    for never in ("category", "is_about_workplace", "999", "Send the report", "Nobody who works where you do"):
        assert never not in form
    empty = ada.client.post(address, {"words": ""})
    assert empty.status_code == 422 and "Write why you think" in empty.content.decode()


def test_sent_it_says_by_when_and_is_offered_no_more(ada, address):
    assert address in page(ada.client, HIDDEN)

    answer = ada.client.post(address, {"words": WORDS, "key": uuid4()}, follow=True).content.decode()

    assert "Somebody who had no part in the decision looks by" in answer and WORDS in answer
    hidden = page(ada.client, HIDDEN)
    assert "You appealed on" in hidden and address not in hidden
    again = page(ada.client, address)
    assert "You appealed on" in again and '<form method="post" novalidate>' not in again


def test_a_second_is_refused_and_its_words_come_back(ada, address, asked):
    answer = ada.client.post(address, {"words": "Something more", "key": uuid4()})

    said = answer.content.decode()
    assert answer.status_code == 409 and "You have appealed against this already" in said and "Something more" in said
    assert Concern.objects.get(kind="cover").words == WORDS


def test_where_nobody_else_could_decide_its_words_come_back(ada, bola, dina, lounge):
    cover = hide_title_of(make_thread(ada.viewer, lounge), bola, dina)

    answer = ada.client.post(reverse("cover_appeal", args=[cover.public_id]), {"words": WORDS, "key": uuid4()})

    said = answer.content.decode()
    assert answer.status_code == 409 and "Nobody else can decide about this at the moment" in said and WORDS in said
    assert not Concern.objects.filter(kind="cover").exists()


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [("act", "your words are not hidden any more"), ("keep", "your words stay hidden")],
)
def test_its_outcome_has_words_of_its_own(ada, leo, address, asked, signed_in, decision, outcome):
    signed_in(leo).post(desk_page_of(asked), {"decision": decision, "reason": "Looked again"})

    for shown in (page(ada.client, reverse("receipt", args=[asked.public_id])), page(ada.client, address)):
        assert outcome in shown and "Looked again" not in shown
        assert "We have done something" not in shown and "nothing that we had to act on" not in shown
    assert (outcome in page(ada.client, HIDDEN)) == (decision == "keep")


def test_where_it_stands_again_there_is_no_form(ada, cover, address):
    Cover.objects.update(lifted_at=cover.covered_at)

    assert ada.client.get(address).status_code == ada.client.post(address, {"words": WORDS}).status_code == 404


def test_whoever_looks_again_reads_nothing_of_whoever_decided(dina, leo, asked, signed_in):
    table = page(signed_in(leo), desk_page_of(asked))

    assert ">Appeal</h1>" in table and "The title of a thread" in table and WORDS in table and "Keep it hidden" in table
    never = (dina.person.name, "hidden before", "Decided before", "Propose something", "Look at their next messages")
    for one in (*never, "your thread", "A complaint about", "What the reporter said"):
        assert one not in table
    assert "Notes of moderators" in table
    queue = page(signed_in(leo), "/m/desk/reports/")
    assert ">Appeal</a>" in queue and "A complaint about" not in queue


def test_a_colleague_of_whoever_decided_is_not_told_that_it_is_one(dina, leo, asked, signed_in):
    affiliate(person=User.objects.get(pk=leo.person_id), organisation=dina.person.affiliations.get().organisation)

    table = page(signed_in(leo), desk_page_of(asked))

    assert "not yours to decide" in table and "somebody you work with" not in table and "Put it back" not in table


def test_the_list_asks_the_same_questions_of_one_and_of_ten(ada, bola, dina, lounge, asked):
    ada.client.get(HIDDEN)

    def questions() -> int:
        with CaptureQueriesContext(connection) as found:
            ada.client.get(HIDDEN)
        return len(found)

    of_one = questions()
    for _ in range(9):
        hide_title_of(make_thread(ada.viewer, lounge), bola, dina)

    assert questions() == of_one


def test_the_form_of_reports_is_not_for_it(ada, cover):
    assert ada.client.get(reverse("concern_new", args=["cover", cover.public_id])).status_code == 404


def test_whoever_cannot_take_it_reads_the_cards_of_an_appeal(ada, bola, leo, asked, signed_in):
    for _ in range(5):
        told, ref = Told("other"), make_thread(ada.viewer).public_id
        one = report_subject(by=bola.viewer, kind="thread", ref=ref, told=told, key=uuid4())
        signed_in(leo).post(reverse("concern_claim", args=[one.public_id]))

    answer = signed_in(leo).post(reverse("concern_claim", args=[asked.public_id]))

    assert answer.status_code == 409
    assert "Put it back" in answer.content.decode() and "Dealt with" not in answer.content.decode()
