"""Handing over: everything goes back to everybody, with one note."""

from uuid import uuid4

import pytest

from forum.casebook.actions.handing_over import hand_over
from forum.casebook.models import Note
from forum.concerns.actions.duty import Wishes, keep_duty
from forum.concerns.actions.matter import claim_matter
from forum.concerns.models import Concern, Duty
from network.access.visible import Refused, can_see


def test_who_hands_over_leaves_the_same_note_on_all_they_had(ada, dina, leo, case):
    keep_duty(by=dina.viewer, wishes=Wishes(is_on=True, spared=frozenset({"sexual"})))
    claim_matter(by=dina.viewer, matter=case)

    assert hand_over(by=dina.viewer, body="She wants to be phoned", key=uuid4()) == 1

    case.refresh_from_db()
    assert (case.claimed_by, Note.objects.about(case).get().body) == (None, "She wants to be phoned")
    duty = Duty.objects.get(person=dina.person)
    assert (duty.is_on, duty.spared) == (False, "sexual")
    assert can_see(leo, Note.objects.get()) and not Concern.objects.exists()


def test_nobody_else_hands_over(ada):
    with pytest.raises(Refused):
        hand_over(by=ada.viewer, body="Hm", key=uuid4())
