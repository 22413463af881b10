"""Whoever reports a message of a private conversation chooses what moderators read of it."""

from uuid import uuid4

from forum.desk.models import Report
from forum.extracts.models import Excerpt
from forum.talk.actions.message import delete_message
from tests.factories.forum import make_thread, say
from tests.forum.extracts.conftest import canaries


def address(message):
    return f"/m/t/{message.thread.public_id}/messages/{message.public_id}/report/"


def send(client, message, **facts):
    return client.post(address(message), {"reason": "harassment", "key": uuid4(), **facts})


def case_page(dina):
    return dina.client.get(f"/m/desk/reports/{Report.objects.get().case.public_id}/").content.decode()


def test_at_most_five_either_side_are_offered_and_none_is_chosen_before(said, ada):
    page = ada.client.get(address(said[12])).content.decode()

    assert canaries(page) == set(range(7, 18))
    assert "checked" not in page


def test_nothing_chosen_moderators_read_the_one_message(said, ada, dina):
    assert send(ada.client, said[12]).status_code == 200

    assert canaries(case_page(dina)) == {12}


def test_what_was_chosen_stands_in_order_round_the_reported_one(said, ada, dina):
    send(ada.client, said[12], beside=[said[14].public_id, said[10].public_id])

    page = case_page(dina)
    assert canaries(page) == {10, 12, 14}
    assert page.index("canary10x") < page.index("canary12x") < page.index("canary14x")


def test_what_is_further_away_or_elsewhere_is_no_choice(said, ada, bola, lounge):
    elsewhere = say(bola.viewer, make_thread(ada.viewer, lounge))

    for other in (said[18], elsewhere, said[12]):
        assert send(ada.client, said[12], beside=[other.public_id], words="Kept words").status_code == 422
    assert not Excerpt.objects.exists()


def test_a_message_of_a_space_offers_no_choice(bola, ada, lounge):
    said = say(bola.viewer, make_thread(ada.viewer, lounge))

    assert "beside" not in ada.client.get(address(said)).content.decode()
    assert send(ada.client, said, beside=["whatever"]).status_code == 200


def test_deleted_after_the_report_it_is_still_what_was_chosen(said, ada, bola, dina):
    send(ada.client, said[12], beside=[said[13].public_id])

    delete_message(by=bola.viewer, message=said[13])

    assert canaries(case_page(dina)) == {12, 13}


def test_its_author_hears_nothing_of_the_choice(said, ada, bola):
    send(ada.client, said[12], beside=[said[13].public_id])

    for page in (said[12].thread.public_id, f"{said[13].thread.public_id}/messages/{said[13].public_id}"):
        assert "excerpt" not in bola.client.get(f"/m/t/{page}/").content.decode().lower()
    assert bola.client.get(f"/m/desk/reports/{Report.objects.get().case.public_id}/").status_code == 404
