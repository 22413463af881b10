"""A report of words without a name: decided like any other, and nobody learns who said them."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from forum.desk.actions.decision import PAUSE_DAY, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import CaseState
from forum.sealed.rules import why_pen_rests
from forum.spaces.models import Pause
from forum.talk.models import Message
from network.access.audience import ALUMNI
from network.access.viewer import viewer_of
from network.access.visible import Refused
from network.notices.models import Notice
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.cast import sign_in
from tests.factories.forum import make_space, make_thread
from tests.factories.network import make_person
from tests.factories.sealed import seal_of, whisper


@pytest.fixture
def chidi(db):
    return viewer_of(make_person("Chidi Eze", roles=((RoleKind.ALUMNA, "C07"),)))


@pytest.fixture
def said(ada, chidi):
    return whisper(ada.viewer, make_thread(chidi, make_space(audience=ALUMNI, takes_unnamed=True)))


def reported(by, message):
    return report_message(by=by, message=message, reason="harassment", words="Please look", key=uuid4()).case


def test_the_case_shows_the_pen_and_nothing_of_its_author(ada, dina, chidi, said):
    page = dina.client.get(reverse("case", args=[reported(chidi, said).public_id])).content.decode()

    assert said.pen_name in page
    assert f"Hello {said.pen_name}." in page
    assert ada.person.name not in page and ada.person.public_id not in page


def test_a_pause_holds_the_pen_and_leaves_no_row_with_a_name(ada, dina, chidi, said):
    case = reported(chidi, said)

    decide_case(by=dina.viewer, case=case, decision=PAUSE_DAY, reason="Logged", words="Please go slower.")

    assert case.state == CaseState.PAUSED
    assert why_pen_rests(seal_of(said))
    assert not Pause.objects.exists()
    assert not Notice.objects.filter(person=ada.person).exists()
    assert set(StaffAction.objects.values_list("about_id", flat=True)) == {None}


def test_she_reads_why_on_the_messages_page_and_nobody_else_does(ada, dina, chidi, said):
    case = reported(chidi, said)
    decide_case(by=dina.viewer, case=case, decision=PAUSE_DAY, reason="Logged", words="Please go slower.")

    place = reverse("message", args=[said.thread.public_id, said.public_id])
    other = Client()
    sign_in(other, make_person("Ngozi Hall", roles=((RoleKind.ALUMNA, "C07"),)))
    hers, anothers = ada.client.get(place), other.get(place)

    assert "Please go slower." in hers.text
    assert anothers.status_code == 200 and "Please go slower." not in anothers.text
    assert Message.objects.get(pk=said.pk).hidden_at is not None


def test_whoever_holds_the_pen_decides_nothing_about_it(chidi):
    moderator = viewer_of(make_person(roles=((RoleKind.ALUMNA, "C07"), (RoleKind.MODERATOR, ""))))
    message = whisper(moderator, make_thread(chidi, make_space(audience=ALUMNI, takes_unnamed=True)))
    case = reported(chidi, message)

    with pytest.raises(Refused):
        decide_case(by=moderator, case=case, decision=PAUSE_DAY, reason="Logged", words="No")


def test_nobody_is_spoken_to_or_kept_out_whom_nobody_knows(dina, chidi, said):
    said_again = whisper(viewer_of(make_person(roles=((RoleKind.ALUMNA, ""),))), said.thread)
    address = reverse("case", args=[reported(chidi, said_again).public_id])
    page = dina.client.get(address).content.decode()

    assert "Hide and pause posting for 24 hours" in page
    for decision in ("nudge", "bar_month"):
        assert f'value="{decision}"' not in page
        facts = {"decision": decision, "words": "Please", "reason": "Logged"}
        assert dina.client.post(address, facts).status_code == 422


def test_what_else_a_pen_said_is_counted_for_those_who_read_the_room_and_nothing_of_its_person(ada, chidi, said):
    whisper(ada.viewer, said.thread, "Again")
    whisper(ada.viewer, make_thread(chidi, said.thread.space), "Elsewhere")
    moderator = make_person("Leo Marsh", roles=((RoleKind.ALUMNA, "C07"), (RoleKind.MODERATOR, "")))
    browser = Client()
    sign_in(browser, moderator)

    page = browser.get(reverse("case", args=[reported(chidi, said).public_id])).content.decode()

    assert "2 messages in this thread; none hidden before." in page
