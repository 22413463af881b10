"""Notes of moderators for one another, and handing over with one."""

from uuid import uuid4

import pytest

from forum.casebook.actions import note as note_actions
from forum.casebook.actions.note import TooManyNotes, hand_over, write_note
from forum.casebook.models import Note
from forum.concerns.actions.duty import Wishes, keep_duty
from forum.concerns.actions.matter import claim_matter
from forum.concerns.models import Concern, Duty
from forum.desk.actions.report import report_message
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.people.actions.affiliation import affiliate
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.forum import say
from tests.factories.network import make_person


@pytest.fixture
def case(ada, bola, topic):
    """Of Bola's report about a message of Ada's."""
    words = {"reason": "other", "words": "", "key": uuid4()}
    return report_message(by=bola.viewer, message=say(ada.viewer, topic), **words).case


def test_a_note_is_for_whoever_may_decide_and_logged(ada, bola, cem, dina, leo, case):
    note = write_note(by=dina.viewer, matter=case, body="Spoke to her", key=uuid4())

    assert can_see(leo, note)
    assert not any(can_see(who.viewer, note) for who in (ada, bola, cem))
    line = StaffAction.objects.get(verb="noted_case")
    assert (line.by_id, line.about_id, line.reason) == (dina.person.pk, ada.person.pk, "")


def test_a_colleague_and_a_member_note_nothing(ada, bola, dina, case):
    colleague = make_person("Cora", roles=((RoleKind.MODERATOR, ""),))
    affiliate(person=colleague, organisation=ada.person.affiliations.get().organisation)

    for who in (viewer_of(colleague), ada.viewer, bola.viewer):
        with pytest.raises(Refused):
            write_note(by=who, matter=case, body="Hm", key=uuid4())


def test_the_same_form_twice_is_one_note(dina, case):
    key = uuid4()

    first, again = (write_note(by=dina.viewer, matter=case, body="Spoke to her", key=key) for _ in range(2))

    assert first == again and Note.objects.count() == 1


def test_a_matter_holds_so_many(dina, case, monkeypatch):
    monkeypatch.setattr(note_actions, "MOST_NOTES", 1)
    key = uuid4()
    write_note(by=dina.viewer, matter=case, body="One", key=key)

    with pytest.raises(TooManyNotes):
        write_note(by=dina.viewer, matter=case, body="Two", key=uuid4())
    assert write_note(by=dina.viewer, matter=case, body="One", key=key).body == "One"


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
