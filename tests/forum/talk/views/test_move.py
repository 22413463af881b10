from django.urls import reverse

from network.access.audience import ALUMNI
from tests.factories.forum import make_space


def test_a_moderator_moves_a_thread_by_form_alone(dina, topic):
    parlour = make_space("The quiet room")
    make_space("Stepping up", ALUMNI)
    address = reverse("thread_move", args=[topic.public_id])

    shown = dina.client.get(address).text
    answer = dina.client.post(address, {"space": parlour.public_id})

    assert "The quiet room" in shown and "Stepping up" not in shown
    assert answer["Location"] == reverse("thread", args=[topic.public_id])
    topic.refresh_from_db()
    assert topic.space == parlour


def test_a_choice_that_is_none_is_asked_for_again(dina, topic):
    make_space("The quiet room")
    address = reverse("thread_move", args=[topic.public_id])

    for data in ({}, {"space": "unknown"}):
        answer = dina.client.post(address, data)
        assert answer.status_code == 422
        assert "Choose a space" in answer.text and "<title>Error: " in answer.text


def test_where_there_is_no_other_space_the_page_says_so(dina, topic):
    assert "There is no other space" in dina.client.get(reverse("thread_move", args=[topic.public_id])).text
