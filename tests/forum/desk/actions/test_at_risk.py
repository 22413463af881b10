"""Somebody may be at risk: the message is hidden, the lead told, and nobody else looks into it."""

from uuid import uuid4

import pytest
from django.core import mail

from forum.concerns.actions.matter import claim_matter
from forum.desk.actions.decision import KEEP, decide_case
from forum.desk.actions.report import report_message
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from network.people.actions.affiliation import affiliate
from network.people.models import RoleKind
from tests.factories.forum import make_thread, say
from tests.factories.network import make_person


def report(who, message, reason="safeguarding", **facts):
    return report_message(by=who.viewer, message=message, reason=reason, words="canary", key=uuid4(), **facts)


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Reported words")


@pytest.fixture
def lead(db):
    return viewer_of(make_person("Kemi Ojo", roles=((RoleKind.OWNER, ""),)))


def hidden(message) -> bool:
    return Message.objects.get(pk=message.pk).hidden_at is not None


def test_one_voice_hides_it_and_the_lead_alone_decides_within_the_hour(ada, bola, dina, lead, message, settings):
    settings.SAFEGUARDING_ADDRESS = "watch@elsewhere.example"

    case = report(bola, message).case

    assert hidden(message)
    assert [can_see(who, case) for who in (dina.viewer, lead)] == [False, True]
    assert (case.due_at - case.opened_at).total_seconds() == 3_600
    assert Notice.objects.get(kind="desk.urgent").person_id == lead.person_id
    assert Notice.objects.get(person=ada.person).kind == "desk.pending"
    run_jobs()
    for letter in mail.outbox:
        assert not any(words in letter.subject + letter.body for words in ("canary", "Reported words", "Ada"))
    assert {letter.to[0] for letter in mail.outbox} >= {"watch@elsewhere.example"}


def test_a_case_somebody_has_taken_leaves_their_hands(bola, cem, dina, lead, message):
    case = claim_matter(by=dina.viewer, matter=report(bola, message, "other").case)

    report(cem, message)

    case.refresh_from_db()
    assert (case.claimed_by, case.is_for_lead, can_see(dina.viewer, case)) == (None, True, False)


def test_without_a_lead_the_moderators_are_told_and_decide(bola, dina, message):
    case = report(bola, message).case

    assert (hidden(message), Notice.objects.get(kind="desk.urgent").person_id) == (True, dina.person.pk)
    decide_case(by=dina.viewer, case=case, decision=KEEP, reason="Nobody is at risk")

    assert not hidden(message)


def test_a_mark_of_the_workplace_passes_over_who_works_where_the_author_does(ada, bola, cem, dina, topic):
    affiliate(person=dina.person, organisation=ada.person.affiliations.get().organisation)
    plain = report(bola, say(ada.viewer, topic), "other").case
    marked = report(bola, say(ada.viewer, topic), "other", is_about_workplace=True).case
    named = report(cem, say(ada.viewer, topic), "workplace").case

    assert [can_see(dina.viewer, case) for case in (plain, marked, named)] == [True, False, False]


def test_whoever_moderates_one_space_has_its_cases_alone(ada, bola):
    here, elsewhere = make_thread(ada.viewer), make_thread(ada.viewer)
    cases = [report(bola, say(ada.viewer, thread), "other").case for thread in (here, elsewhere)]

    mo = viewer_of(make_person("Mo", roles=((RoleKind.MODERATOR, here.space.public_id),)))

    assert [can_see(mo, case) for case in cases] == [True, False]
    assert not can_see(mo, here)
