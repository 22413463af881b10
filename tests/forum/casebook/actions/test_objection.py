"""A second look at what was done about somebody: asked for once, given by whoever had no part in it, and meant."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from forum.casebook.actions.objection import (
    AlreadyAppealed,
    NobodyElse,
    judge_objection,
    object_to_measure,
)
from forum.casebook.models import Objection, ObjectionState
from forum.casebook.rules import LEAST_TIME
from forum.concerns.actions.matter import AlreadyTaken, claim_matter
from forum.concerns.models import Measure
from forum.talk.rules import can_post
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from network.people.actions.affiliation import affiliate
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.forum import make_space
from tests.factories.network import make_person


def told(person):
    kinds = Notice.objects.filter(person=person, kind__startswith="casebook.").values_list("kind", flat=True)
    return sorted(kinds)


def test_a_pause_that_is_overturned_ends_at_once_and_both_are_told(ada, dina, leo, topic, taken, objected):
    measure = taken("pause", ada.person, by=dina.viewer, days=7)
    assert not can_post(ada.viewer, topic)

    judge_objection(by=leo, objection=objected(measure, uuid4()), overturns=True, reason="She quoted somebody")

    assert can_post(viewer_of(ada.person), topic)
    assert (told(ada.person), told(dina.person)) == (["casebook.decided"], ["casebook.looked_at"])
    verbs = StaffAction.objects.filter(by_id=leo.person_id, about_id=ada.person.pk).order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == ["objection_overturned", "lifted_pause", "lifted_pause"]


def test_a_pause_that_is_upheld_goes_on_and_both_are_told_the_same(ada, dina, leo, topic, taken, objected):
    measure = taken("pause", ada.person, by=dina.viewer, days=7)

    judge_objection(by=leo, objection=objected(measure, uuid4()), overturns=False, reason="She did")

    assert not can_post(viewer_of(ada.person), topic)
    assert (told(ada.person), told(dina.person)) == (["casebook.decided"], ["casebook.looked_at"])


def test_a_bar_that_is_overturned_opens_the_space_again(ada, dina, leo, taken, objected):
    space = make_space()
    measure = taken("bar", ada.person, by=dina.viewer, scope=space.public_id, days=30)
    assert not can_see(viewer_of(ada.person), space)

    judge_objection(by=leo, objection=objected(measure, uuid4()), overturns=True, reason="Too much")

    assert can_see(viewer_of(ada.person), space)


def test_another_bar_from_the_same_space_holds_on(ada, dina, leo, kemi, taken, objected):
    space = make_space()
    first = taken("bar", ada.person, by=dina.viewer, second=leo, scope=space.public_id)
    taken("bar", ada.person, by=dina.viewer, second=leo, scope=space.public_id)

    judge_objection(by=kemi, objection=objected(first, uuid4()), overturns=True, reason="Too much")

    assert not can_see(viewer_of(ada.person), space)


def test_a_closed_account_opens_again_and_its_person_hears_by_letter(ada, dina, leo, kemi, taken, objected, on_commit):
    measure = taken("suspension", ada.person, by=dina.viewer, second=leo)
    with on_commit():
        judge_objection(by=kemi, objection=objected(measure, uuid4()), overturns=True, reason="A mix-up")
    run_jobs()

    ada.person.refresh_from_db()
    assert ada.person.is_active
    letter = next(one for one in mail.outbox if one.subject == "Your appeal")
    assert letter.to == [ada.person.email]
    assert "open again" in letter.body and "Dina" not in letter.body and "mix-up" not in letter.body


def test_nobody_who_had_a_part_in_it_nor_a_colleague_takes_or_decides_it(ada, dina, leo, kemi, taken, objected):
    colleague = make_person("Cora", roles=((RoleKind.MODERATOR, ""),))
    affiliate(person=colleague, organisation=ada.person.affiliations.get().organisation)
    objection = objected(taken("pause", ada.person, by=dina.viewer, second=leo, days=90), uuid4())

    assert can_see(kemi, objection)
    assert not any(can_see(who, objection) for who in (dina.viewer, leo, viewer_of(colleague), ada.viewer))
    for who in (dina.viewer, leo, viewer_of(colleague), ada.viewer):
        with pytest.raises(Refused):
            claim_matter(by=who, matter=objection)
        with pytest.raises(Refused):
            judge_objection(by=who, objection=objection, overturns=False, reason="No")
    assert claim_matter(by=kemi, matter=objection).claimed_by_id == kemi.person_id


def test_members_and_other_desks_see_nothing_of_it(ada, bola, cem, maya, eve, efe, finn, dina, leo, taken, objected):
    objection = objected(taken("pause", ada.person, by=dina.viewer, days=7), uuid4())

    assert can_see(leo, objection)
    assert not any(can_see(who.viewer, objection) for who in (bola, cem, maya, eve, efe, finn))


def test_one_appeals_once_and_the_same_key_again_is_the_same(ada, dina, leo, taken, objected):
    measure, key = taken("pause", ada.person, by=dina.viewer, days=7), uuid4()
    first = objected(measure, key)

    assert objected(measure, key) == first
    with pytest.raises(AlreadyAppealed):
        objected(measure, uuid4(), "Other words")
    assert Objection.objects.get().words == "I said nothing of the kind"


def test_where_nobody_else_is_there_the_right_is_kept(ada, dina, taken, objected):
    measure = taken("pause", ada.person, by=dina.viewer, days=7)

    with pytest.raises(NobodyElse):
        objected(measure, uuid4())

    assert not Objection.objects.exists()


def test_where_only_owners_can_decide_it_they_are_told(ada, dina, kemi, taken, objected):
    objected(taken("pause", ada.person, by=dina.viewer, days=7), uuid4())

    assert told(kemi.person_id) == ["casebook.waits"]


def test_only_owners_see_an_appeal_of_an_owner_about_their_account(dina, leo, kemi, taken, objected):
    olu, other = (make_person(name, roles=((RoleKind.OWNER, ""),)) for name in ("Olu", "Ruth"))
    third = make_person("Sam", roles=((RoleKind.OWNER, ""),))
    objection = objected(taken("suspension", olu, by=kemi, second=viewer_of(other)), uuid4())

    assert can_see(viewer_of(third), objection)
    assert not can_see(dina.viewer, objection) and not can_see(leo, objection)


def test_while_it_runs_one_may_appeal_and_thirty_days_after_hearing_of_it(ada, dina, leo, taken, objected):
    short = taken("pause", ada.person, by=dina.viewer, days=1)
    with time_machine.travel(timezone.now() + LEAST_TIME + timedelta(hours=1), tick=False), pytest.raises(Refused):
        objected(short, uuid4())
    long = taken("bar", ada.person, by=dina.viewer, second=leo, scope=make_space().public_id)
    make_person("Mo", roles=((RoleKind.MODERATOR, ""),))
    with time_machine.travel(timezone.now() + timedelta(days=300), tick=False):
        assert objected(long, uuid4()).state == ObjectionState.OPEN


def test_a_word_and_what_was_only_proposed_are_nothing_to_appeal_against(ada, dina, leo, taken, objected):
    for measure in (taken("nudge", ada.person, by=dina.viewer), taken("suspension", ada.person, by=dina.viewer)):
        with pytest.raises(Refused):
            objected(measure, uuid4())


def test_decided_once(ada, dina, leo, kemi, taken, objected):
    objection = objected(taken("pause", ada.person, by=dina.viewer, days=7), uuid4())
    judge_objection(by=leo, objection=objection, overturns=False, reason="She did")

    with pytest.raises(AlreadyTaken):
        judge_objection(by=kemi, objection=objection, overturns=True, reason="She did not")
    assert Measure.objects.get().state == "taken"


def test_what_another_moderator_has_taken_is_theirs_to_decide(ada, dina, leo, kemi, taken, objected):
    objection = objected(taken("pause", ada.person, by=dina.viewer, days=7), uuid4())
    claim_matter(by=kemi, matter=objection)

    with pytest.raises(AlreadyTaken):
        judge_objection(by=leo, objection=objection, overturns=True, reason="No")


def test_the_same_form_of_somebody_elses_measure_is_theirs(ada, bola, dina, leo, taken):
    """An objection is always of whom the measure is about, whoever holds the letter."""
    measure = taken("pause", ada.person, by=dina.viewer, days=7)

    objection = object_to_measure(measure=measure, words="No", key=uuid4())

    assert Objection.objects.of(ada.viewer).get() == objection
    assert not Objection.objects.of(bola.viewer).exists()
