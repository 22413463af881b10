import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from forum.hands.models import Option, Poll
from forum.hands.models.poll import ANSWER_LENGTH, QUESTION_LENGTH
from forum.talk.actions.message import edit_message
from forum.talk.actions.thread import close_thread
from network.access.viewer import viewer_of
from tests.factories.forum import make_space, make_thread
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


def typed(**facts):
    closes_at = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    told = {"words": "Which day?", "answers": "Monday\n\n Tuesday ", "naming": "named", "closes_at": closes_at}
    return told | facts


def ask(who, thread, **facts):
    return who.client.post(reverse("poll_new", args=[thread.public_id]), typed(**facts))


@pytest.fixture
def named(ada, topic):
    return make_poll(ada.viewer, topic)


@pytest.fixture
def anonymous(ada, topic):
    return make_poll(ada.viewer, topic, is_anonymous=True)


# ---- asking


def test_one_asks_by_a_plain_form_and_finds_the_poll_in_the_thread(ada, bola, topic):
    assert reverse("poll_new", args=[topic.public_id]) in ada.client.get(f"/m/t/{topic.public_id}/").text

    answer = ask(ada, topic)

    message = Poll.objects.get().message
    assert answer["Location"] == f"/m/t/{topic.public_id}/?at={message.public_id}#{message.element_id}"
    assert Poll.objects.get().answers == ["Monday", "Tuesday"]
    shown = in_thread(bola, message)
    assert "Tuesday" in shown and page_of("votes", message) in shown


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"words": ""}, "Write your question"),
        ({"words": "x" * (QUESTION_LENGTH + 1)}, "Shorten your question"),
        ({"answers": "Monday"}, "Write 2 to 8 answers"),
        ({"answers": "\n".join(map(str, range(9)))}, "Write 2 to 8 answers"),
        ({"answers": f"Monday\n{'x' * (ANSWER_LENGTH + 1)}"}, "Shorten each answer"),
        ({"answers": "x" * 900}, "Shorten the answers"),
        ({"answers": "Monday\nmonday"}, "Write each answer once"),
        ({"naming": ""}, "Choose whether names are shown"),
        ({"closes_at": ""}, "Give the day and time"),
        ({"closes_at": "soon"}, "Give a day and a time"),
        ({"closes_at": "2020-01-01T10:00"}, "Choose a time from now"),
        ({"closes_at": "2099-01-01T10:00"}, "Choose a time from now"),
        ({"closes_at": "2027-03-28T01:30"}, "interpreted in time zone"),
    ],
)
def test_what_cannot_be_asked_comes_back_with_its_words(ada, topic, facts, words):
    answer = ask(ada, topic, **facts)

    assert answer.status_code == 422 and re.search(words, answer.text)
    assert not Poll.objects.exists()


def test_the_longest_question_with_the_longest_answers_is_taken(ada, topic):
    answers = "\r\n".join(f"{number}" * ANSWER_LENGTH for number in range(8))

    assert ask(ada, topic, words="x" * QUESTION_LENGTH, answers=answers).status_code == 302


def test_where_one_may_not_post_the_form_says_why_and_takes_nothing(ada, bola):
    thread = make_thread(ada.viewer, make_space(is_listening=True))
    address = reverse("poll_new", args=[thread.public_id])

    assert "Allies listen here" in bola.client.get(address).text
    assert ask(bola, thread).status_code == 409
    close_thread(by=ada.viewer, thread=thread)
    assert "closed for new messages" in ada.client.get(address).text
    assert not Poll.objects.exists()


# ---- voting


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


# ---- the result


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
