"""Several second persons answer one request to read more of a conversation in the same moment: one is the second."""

from uuid import uuid4

import pytest
from django.utils import timezone

from forum.desk.actions.report import report_message
from forum.extracts.actions import widening as widenings
from forum.extracts.actions.widening import Why, ask_widening, open_widening
from forum.extracts.models import Widening
from forum.spaces.actions.takes_two import AlreadyAsked, AlreadyDecided
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.direct import make_conversation
from tests.factories.forum import say
from tests.factories.network import make_person

AT_ONCE = 4
WHY = Why("abuse", "The one message does not show it.")


def somebody(kind):
    return viewer_of(make_person(roles=((kind, ""),)))


@pytest.fixture
def case(ada, bola):
    thread = make_conversation(bola.person, ada.person)
    said = say(bola.viewer, thread)
    return report_message(by=ada.viewer, message=said, reason="harassment", words="", key=uuid4()).case


@pytest.fixture
def asked(case):
    return ask_widening(by=somebody(RoleKind.MODERATOR), matter=case, about=case.message, why=WHY)


def confirming(widening):
    owner = somebody(RoleKind.OWNER)
    mine = Widening.objects.select_related("about__space").get(pk=widening.pk)
    return lambda: open_widening(by=owner, widening=mine).pk


def test_of_several_second_persons_at_once_one_opens_it(asked, at_once):
    answers = at_once([confirming(asked) for _ in range(AT_ONCE)])

    assert sum(isinstance(answer, AlreadyDecided) for answer in answers) == AT_ONCE - 1
    assert StaffAction.objects.filter(verb="opened_conversation").count() == 1


def test_written_whatever_stands_there_all_of_them_do(asked, at_once, monkeypatch):
    """The two guards are what makes the test above pass: the look under the row of the case, and the write."""

    def whatever_stands_there(by, widening, state, **facts):
        facts |= {"state": state, "decided_by_id": by.person_id, "decided_at": timezone.now()}
        Widening.objects.filter(pk=widening.pk).update(**facts)

    monkeypatch.setattr(widenings, "_require_under_lock", lambda by, widening: None)
    monkeypatch.setattr(widenings, "decide", whatever_stands_there)

    at_once([confirming(asked) for _ in range(AT_ONCE)])

    assert StaffAction.objects.filter(verb="opened_conversation").count() == AT_ONCE


def test_asked_by_several_at_once_it_waits_once(case, at_once):
    people = [somebody(RoleKind.MODERATOR) for _ in range(AT_ONCE)]

    answers = at_once(
        [lambda one=one: ask_widening(by=one, matter=case, about=case.message, why=WHY) for one in people]
    )

    assert sum(isinstance(answer, AlreadyAsked) for answer in answers) == AT_ONCE - 1
    assert Widening.objects.count() == 1
