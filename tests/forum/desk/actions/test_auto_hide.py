"""Three independent voices hide a message until somebody has looked; fewer, or more of one organisation, do not."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.desk.actions.decision import KEEP, REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.desk.lists import voices_of
from forum.desk.models import Case
from forum.talk.actions.message import delete_message
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.notices.models import Notice
from network.people.models import Role
from tests.factories.forum import say
from tests.factories.network import make_authority, make_people


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Reported words")


def reported_by(message, people):
    for person in people:
        now = Message.objects.get(pk=message.pk)
        report_message(by=viewer_of(person), message=now, reason="other", words="", key=uuid4())
    return Case.objects.get()


def told(who):
    return list(Notice.objects.filter(person=who.person, kind__startswith="desk.").values_list("kind", flat=True))


def test_two_voices_hide_nothing_and_the_third_does(ada, message):
    people = make_people(3)

    reported_by(message, people[:2])
    two = Message.objects.get(pk=message.pk)
    reported_by(message, people[2:])
    three = Message.objects.get(pk=message.pk)

    assert (two.hidden_at, two.version) == (None, message.version)
    assert (
        three.hidden_at and three.version == message.version + 1 and "Nothing has been decided" in three.hidden_reason
    )
    assert told(ada) == ["desk.pending"]


def test_one_organisation_is_one_voice_however_many(message):
    reported_by(message, [*make_people(5, employer=make_authority()), *make_people(1)])

    assert Message.objects.get(pk=message.pk).hidden_at is None


def newcomers(how_many, **since):
    people = make_people(how_many)
    Role.objects.filter(person__in=people).update(starts_at=timezone.now() - timedelta(**since))
    return people


def test_members_in_their_first_week_are_one_voice_together(message):
    case = reported_by(message, [*newcomers(4, days=2), *make_people(1)])

    assert (voices_of(list(case.reports.all())), Message.objects.get(pk=message.pk).hidden_at) == (2, None)


def test_after_their_first_week_each_is_a_voice_and_newcomers_are_one_more(message):
    reported_by(message, [*newcomers(2, days=8), *newcomers(1, days=6)])

    assert Message.objects.get(pk=message.pk).hidden_at


def test_what_was_said_in_the_first_week_does_not_weigh_more_later(message):
    case = reported_by(message, newcomers(3, days=2))

    with time_machine.travel(timezone.now() + timedelta(days=30)):
        assert voices_of(list(case.reports.all())) == 1


def test_leaving_it_puts_it_back_and_says_so(ada, dina, message):
    case = reported_by(message, make_people(3))

    decide_case(by=dina.viewer, case=case, decision=KEEP, reason="It is kind")

    back = Message.objects.get(pk=message.pk)
    assert (back.hidden_at, back.hidden_reason, back.body) == (None, "", "Reported words")
    assert sorted(told(ada)) == ["desk.pending", "desk.restored"]


def test_hiding_it_for_good_gives_the_moderators_words(ada, dina, message):
    case = reported_by(message, make_people(3))

    decide_case(by=dina.viewer, case=case, decision=REMIND, reason="Logged", words="Hello Ada.")

    assert Message.objects.get(pk=message.pk).hidden_reason == "Hello Ada."
    assert sorted(told(ada)) == ["desk.hidden", "desk.pending"]


def test_what_a_decision_hid_a_later_one_does_not_bring_back(bola, cem, dina, message):
    first = reported_by(message, [bola.person])
    decide_case(by=dina.viewer, case=first, decision=REMIND, reason="Logged", words="Hello Ada.")
    # On its way while the first was decided.
    second = report_message(by=cem.viewer, message=message, reason="other", words="", key=uuid4()).case

    decide_case(by=dina.viewer, case=second, decision=KEEP, reason="It is kind")

    assert Message.objects.get(pk=message.pk).hidden_reason == "Hello Ada."


def test_what_its_author_deleted_stays_deleted(ada, dina, message):
    case = reported_by(message, make_people(2))
    delete_message(by=ada.viewer, message=message)

    decide_case(by=dina.viewer, case=case, decision=KEEP, reason="Gone")

    gone = Message.objects.get(pk=message.pk)
    assert gone.deleted_at and not gone.hidden_at and told(ada) == []
