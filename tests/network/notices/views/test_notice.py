from uuid import uuid4

from forum.talk.actions.message import post_message
from forum.talk.notices import REPLY
from network.notices.actions.tell import tell
from network.notices.models import Notice
from tests.factories.forum import make_thread

WHERE = "/m/notices/"


def post(who, thread, **facts):
    return post_message(by=who.viewer, thread=thread, body=f"canary {uuid4()}", key=uuid4(), **facts)


def test_ten_answers_in_a_thread_are_one_line(ada, bola, cem, topic):
    for number in range(10):
        post(bola if number % 2 else cem, topic)
    other = make_thread(ada.viewer, topic.space, title="Another matter")
    post(bola, other)

    page = ada.client.get(WHERE).text

    assert page.count("notice-list__item ") == 2
    assert "10 in all" in page and "and 1 other" in page
    assert topic.title in page and "Another matter" in page
    assert "canary" not in page


def test_a_title_is_shown_as_long_as_it_may_be_read(ada, bola, topic, hides):
    thread = make_thread(ada.viewer, topic.space, title="Another matter")
    post(bola, thread)
    hides(bola, ada)

    page = ada.client.get(WHERE).text

    assert "Another matter" not in page and bola.person.name not in page


def test_the_page_asks_the_same_for_one_and_for_ten(ada, bola, topic, django_assert_max_num_queries):
    counts = []
    for many in (1, 9):
        for _ in range(many):
            post(bola, make_thread(ada.viewer, topic.space))
        ada.client.get(WHERE)
        with django_assert_max_num_queries(60) as asked:
            ada.client.get(WHERE)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_cleared_is_gone_from_the_page_and_told_no_second_time(ada, bola, topic):
    message = post(bola, topic)

    assert ada.client.post("/m/notices/clearing/").status_code == 302

    assert "Nothing new" in ada.client.get(WHERE).text
    tell(person=ada.person, kind=REPLY, ref=message.public_id, key=f"talk.reply:{message.pk}")
    assert "Nothing new" in ada.client.get(WHERE).text
    assert Notice.objects.get().read_at
    post(bola, topic)
    assert topic.title in ada.client.get(WHERE).text


def test_one_clears_ones_own_alone(ada, bola, cem, topic):
    post(bola, topic)
    cem.client.post("/m/notices/clearing/")

    assert topic.title in ada.client.get(WHERE).text


def test_tabs_hold_a_part_and_an_unknown_one_is_all(ada, bola, topic):
    post(bola, topic)

    assert topic.title not in ada.client.get(WHERE, {"tab": "mentions"}).text
    for tab in ("", "never-was"):
        assert topic.title in ada.client.get(WHERE, {"tab": tab}).text
