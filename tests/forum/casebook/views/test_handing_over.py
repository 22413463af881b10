"""Handing over, as a page without a script."""

from uuid import uuid4

from django.urls import reverse

from forum.concerns.actions.matter import claim_matter


def page(client, address):
    return client.get(address).content.decode()


def test_handing_over_says_how_many_and_leaves_the_words(dina, case):
    address = reverse("handing_over")
    assert "You hold nothing at the moment" in page(dina.client, address)
    claim_matter(by=dina.viewer, matter=case)
    assert "You hold 1 report. It goes back" in page(dina.client, address)

    answer = dina.client.post(address, {"body": "Half-way through", "key": uuid4()})

    assert answer.headers["Location"] == "/m/desk/reports/"
    assert "Half-way through" in page(dina.client, reverse("case", args=[case.public_id]))
