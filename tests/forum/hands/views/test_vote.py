import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.hands.models import Option
from forum.talk.actions.message import edit_message
from network.access.viewer import viewer_of
from tests.factories.forum import make_thread
from tests.factories.hands import close, make_poll, vote
from tests.factories.network import make_people

FRAGMENT = {"X-Fragment": "1"}


def page_of(name, message):
    return reverse(name, args=[message.thread.public_id, message.public_id])


def plain(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def own_page(who, message):
    return plain(who.client.get(page_of("message", message)).text)


def in_thread(who, message):
    return who.client.get(reverse("thread", args=[message.thread.public_id])).text


def votes(message, *positions):
    return {f"{message.public_id}-answers": [str(position) for position in positions]}


@pytest.fixture
def named(ada, topic):
    return make_poll(ada.viewer, topic)


@pytest.fixture
def anonymous(ada, topic):
    return make_poll(ada.viewer, topic, is_anonymous=True)


def test_by_a_plain_form_one_votes_and_changes_the_vote(bola, named):
    address = page_of("votes", named)
    assert "You have not voted yet" in own_page(bola, named)

    assert bola.client.post(address, votes(named, 1))["Location"] == f"{page_of('message', named)}#poll"
    assert "You chose: Monday" in own_page(bola, named) and "can change your vote" in own_page(bola, named)
    bola.client.post(address, votes(named, 2))
    assert "You chose: Tuesday" in own_page(bola, named)


def test_an_anonymous_vote_is_not_shown_again_and_leaves_no_form(bola, anonymous):
    assert 'id="hands"' in bola.client.get(page_of("message", anonymous)).text

    bola.client.post(page_of("votes", anonymous), votes(anonymous, 1))

    assert "An anonymous vote cannot be changed" in own_page(bola, anonymous)
    assert "You chose" not in own_page(bola, anonymous)
    assert 'id="hands"' not in bola.client.get(page_of("message", anonymous)).text


@pytest.mark.parametrize("positions", [(), (1, 2), (9,), (0,), ("x",)])
def test_what_is_no_vote_is_not_counted(bola, anonymous, positions):
    answer = bola.client.post(page_of("votes", anonymous), votes(anonymous, *positions))

    assert answer.status_code == 422 and "Choose" in plain(answer.text)
    assert not Option.objects.filter(ballots__gt=0).exists()


def test_an_element_gets_the_words_alone(bola, named):
    taken = bola.client.post(page_of("votes", named), votes(named, 1), headers=FRAGMENT)
    close(named)
    late = bola.client.post(page_of("votes", named), votes(named, 1), headers=FRAGMENT)

    assert (taken.status_code, late.status_code) == (200, 409)
    assert "You have voted" in taken.text and "This poll is closed" in late.text
    assert "<html" not in taken.text + late.text


def test_where_i_have_voted_stands_in_one_place_of_the_page(bola, cem, named, anonymous):
    vote(bola.viewer, named, 2)
    vote(bola.viewer, anonymous, 2)

    told = re.search(r'data-votes="([^"]*)"', in_thread(bola, named))[1]

    assert set(told.split()) == {f"{named.public_id}:2", f"{anonymous.public_id}:"}
    assert 'data-votes=""' in in_thread(cem, named)


def test_nothing_of_a_result_is_shown_before_the_poll_closes(ada, bola, named, anonymous):
    for message in (named, anonymous):
        vote(bola.viewer, message, 1)
        assert "1 person" not in own_page(ada, message) and "Bola" not in own_page(ada, message)


def test_with_names_the_page_shows_who_chose_what_to_those_who_see_them(bola, cem, maya, named, hides):
    vote(bola.viewer, named, 1)
    vote(cem.viewer, named, 1)
    close(named)
    assert "2 people" in own_page(maya, named) and cem.person.name in own_page(maya, named)

    hides(cem, maya)

    assert "1 person" in own_page(maya, named) and cem.person.name not in own_page(maya, named)
    assert "2 people" in own_page(bola, named) and cem.person.name in own_page(bola, named)


def test_an_anonymous_result_is_rounded_and_what_few_chose_is_hidden(bola, anonymous):
    people = [viewer_of(person) for person in make_people(14)]
    for number, viewer in enumerate(people):
        vote(viewer, anonymous, 1 if number < 12 else 2)
    close(anonymous)

    shown = own_page(bola, anonymous)

    assert "About 10 people" in shown and shown.count("Hidden: fewer than 10 people") == 2
    assert "12" not in re.sub(r"\d\d? \w+ 20\d\d|\d\d:\d\d", "", shown) and "14 people" not in shown


def test_a_question_put_in_other_words_later_stands_as_it_was_asked(ada, bola, named):
    vote(bola.viewer, named, 1)
    assert "poll__question visually-hidden" in in_thread(bola, named)

    edit_message(by=ada.viewer, message=named, body="Shall we give up?")

    shown = in_thread(bola, named)
    assert "poll__question visually-hidden" not in shown and "Which day suits you?" in shown


def test_ten_polls_and_voters_ask_no_more_questions_than_one(ada, bola, lounge):
    people = [viewer_of(person) for person in make_people(10)]

    def asked(many):
        topic = make_thread(ada.viewer, lounge)
        for number in range(many):
            message = make_poll(ada.viewer, topic, is_anonymous=number % 2 == 1)
            for viewer in people[:many]:
                vote(viewer, message, 1)
            close(message)
        addresses = reverse("thread", args=[topic.public_id]), page_of("message", message)
        counted = []
        for address in addresses:
            bola.client.get(address)
            with CaptureQueriesContext(connection) as queries:
                bola.client.get(address)
            counted.append(len(queries))
        return counted

    one, ten = asked(1), asked(10)
    assert ten[0] == one[0] and ten[1] <= one[1]
