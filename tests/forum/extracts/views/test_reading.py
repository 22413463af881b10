"""What each of two reads of it when more of their conversation was opened."""

from tests.forum.extracts.conftest import WHY, canaries


def test_the_receipt_names_offices_and_a_reason_and_nobody(opened, ada, bola, cem):
    for one in (ada, bola):
        page = one.client.get("/m/you/receipts/").content.decode()
        assert "A moderator asked and an owner confirmed" in page and "serious abuse" in page
        assert "Olu Keeper" not in page and WHY["words"] not in page and not canaries(page)
    assert b"Nothing was opened" in cem.client.get("/m/you/receipts/").content
