import pytest

from forum.concerns.actions.concern import decide_concern
from forum.concerns.actions.matter import HandsFull, claim_matter, release_matter
from forum.concerns.rules import MOST_HELD


def test_five_at_once_are_enough_and_the_sixth_stays_for_others(ada, bola, dina, leo, concern_about):
    held = [claim_matter(by=dina.viewer, matter=concern_about(ada, by=bola)) for _ in range(MOST_HELD)]
    sixth = concern_about(ada, by=bola)

    with pytest.raises(HandsFull, match="enough for one person"):
        claim_matter(by=dina.viewer, matter=sixth)
    sixth.refresh_from_db()
    assert sixth.claimed_by is None
    assert claim_matter(by=dina.viewer, matter=held[0]).claimed_by == dina.person
    assert claim_matter(by=leo, matter=sixth).claimed_by_id == leo.person_id


def test_what_is_decided_or_given_back_counts_no_more(ada, bola, dina, concern_about):
    held = [claim_matter(by=dina.viewer, matter=concern_about(ada, by=bola)) for _ in range(MOST_HELD)]

    decide_concern(by=dina.viewer, concern=held[0], acts=False, reason="It is kind")
    release_matter(by=dina.viewer, matter=held[1])

    for _ in range(2):
        claim_matter(by=dina.viewer, matter=concern_about(ada, by=bola))
    with pytest.raises(HandsFull):
        claim_matter(by=dina.viewer, matter=concern_about(ada, by=bola))
