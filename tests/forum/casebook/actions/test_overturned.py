"""A decision that somebody else undoes: the words stand, the pause ends, those who reported hear of it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from forum.casebook.actions.appeal import appeal_against, judge_appeal
from forum.desk.actions.decision import PAUSE_DAY, decide_case
from forum.desk.actions.report import report_message
from forum.spaces.actions.pause import pause_person
from forum.talk.models import Message
from forum.talk.rules import can_post
from network.access.viewer import viewer_of
from network.notices.models import Notice
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.forum import say
from tests.factories.network import make_person


@pytest.fixture
def leo(db):
    """A second moderator."""
    return viewer_of(make_person("Leo Marsh", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, ""))))


def hide(reporter, moderator, message):
    """Reported, hidden, and its author paused for a day."""
    case = report_message(by=reporter, message=message, reason="identifies", words="", key=uuid4()).case
    decide_case(by=moderator, case=case, decision=PAUSE_DAY, reason="It names a child", words="Hello Ada.")
    return Message.objects.get(pk=message.pk)


def ask(who, message):
    return appeal_against(by=who.viewer, message=message, words="It names nobody", key=uuid4())


def test_what_is_overturned_lifts_the_pause_that_came_with_it_and_tells_who_reported(ada, bola, dina, leo, topic):
    paused = hide(bola.viewer, dina.viewer, say(ada.viewer, topic))
    assert not can_post(ada.viewer, topic)

    judge_appeal(by=leo, appeal=ask(ada, paused), restores=True, reason="A fair question")

    assert can_post(ada.viewer, topic)
    assert Notice.objects.get(kind="desk.overturned").person == bola.person
    assert StaffAction.objects.filter(verb="lifted_pause", by_id=leo.person_id, about_id=ada.person.pk).count() == 1


def test_another_pause_of_theirs_goes_on(ada, bola, cem, dina, leo, topic):
    paused = hide(bola.viewer, dina.viewer, say(ada.viewer, topic))
    appeal = ask(ada, paused)
    pause_person(by=dina.viewer, person=ada.person, span=timedelta(days=2), reason="For something else")

    judge_appeal(by=leo, appeal=appeal, restores=True, reason="A fair question")

    assert not can_post(ada.viewer, topic)


def test_upheld_the_pause_goes_on_and_nobody_else_is_told(ada, bola, dina, leo, topic):
    paused = hide(bola.viewer, dina.viewer, say(ada.viewer, topic))

    judge_appeal(by=leo, appeal=ask(ada, paused), restores=False, reason="It does")

    assert not can_post(ada.viewer, topic)
    assert not Notice.objects.filter(kind="desk.overturned").exists()


def test_whoever_moderates_that_space_alone_lifts_it_too(ada, bola, dina, topic):
    mo = viewer_of(make_person("Mo", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, topic.space.public_id))))
    make_person("Leo Marsh", roles=((RoleKind.MODERATOR, ""),))
    paused = hide(bola.viewer, dina.viewer, say(ada.viewer, topic))

    judge_appeal(by=mo, appeal=ask(ada, paused), restores=True, reason="A fair question")

    assert can_post(ada.viewer, topic)
