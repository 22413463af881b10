"""What is done about somebody: as two propose and agree to it, and as they read it and appeal."""

from uuid import uuid4

from django.urls import reverse

from forum.casebook.models import Objection
from forum.concerns.models import Measure

QUEUE = "/m/desk/reports/"
WORDS = "I quoted somebody else"


def page(client, address):
    return client.get(address).content.decode()


def test_proposed_by_one_and_done_by_another(ada, dina, leo, concern, signed_in):
    said = {"measure": "suspension", "words": "Please rest", "reason": "Again and again"}
    dina.client.post(reverse("concern_proposal", args=[concern.public_id]), said)
    proposal = reverse("proposal", args=[Measure.objects.get().public_id])
    assert "The account is closed for now" in page(dina.client, QUEUE)
    assert "did not propose it" in page(dina.client, proposal)
    second = signed_in(leo)

    second.post(proposal, {"answer": "agree"})

    ada.person.refresh_from_db()
    assert not ada.person.is_active
    assert second.post(proposal, {"answer": "agree"}).status_code == 409


def test_a_measure_offers_its_appeal_and_then_says_by_when_and_what_came_of_it(ada, dina, leo, taken, signed_in):
    measure = taken("pause", ada.person, by=dina.viewer, days=7)
    mine = reverse("my_measure", args=[measure.public_id])
    appeal = reverse("measure_appeal", args=[measure.public_id])
    assert appeal in page(ada.client, mine)

    answer = ada.client.post(appeal, {"words": WORDS, "key": uuid4()})

    outcome = reverse("my_objection", args=[Objection.objects.get().public_id])
    assert answer.headers["Location"] == outcome
    assert "Somebody who had no part in the decision looks by" in page(ada.client, outcome)
    assert outcome in page(ada.client, mine) and appeal not in page(ada.client, mine)
    table = signed_in(leo)
    at_desk = reverse("objection", args=[Objection.objects.get().public_id])
    assert WORDS in page(table, QUEUE) and WORDS in page(table, at_desk)
    assert WORDS not in page(dina.client, QUEUE)
    table.post(at_desk, {"decision": "overturn", "reason": "She quoted"})
    assert "The decision is undone" in page(ada.client, outcome)
    assert "This has ended, after your appeal." in page(ada.client, mine)
    assert "She quoted" not in page(ada.client, outcome) + page(ada.client, mine)
