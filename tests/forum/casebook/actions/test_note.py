"""Notes of moderators for one another."""

from uuid import uuid4

import pytest

from forum.casebook.actions import note as note_actions
from forum.casebook.actions.note import TooManyNotes, write_note
from forum.casebook.models import Note
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.people.actions.affiliation import affiliate
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.network import make_person


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
