from uuid import uuid4

import pytest
from django.core import mail
from django.http import Http404

from forum.concerns.actions.concern import ReportingTooFast, Told, decide_concern, report_subject
from forum.concerns.actions.matter import AlreadyTaken, claim_matter, pass_matter
from forum.concerns.models import Concern, ConcernState
from forum.concerns.notices import PASSED
from network.access.audience import ALUMNI
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.directory.actions.profile import change_profile, ensure_profile
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from network.people.actions.affiliation import affiliate
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.events import make_event
from tests.factories.forum import make_thread
from tests.factories.network import make_person

OTHER = Told("other")


def test_a_thread_is_kept_as_it_stood_and_its_reporter_has_a_reference(ada, bola, dina, concern_about):
    concern = concern_about(ada, by=bola)

    assert (concern.extract, concern.about, concern.subject) == ("Words in a title", ada.person, "A thread")
    assert can_see(dina.viewer, concern)
    notice = Notice.objects.get(person=bola.person)
    assert (notice.kind, notice.ref) == ("concerns.received", concern.public_id)


def test_a_profile_is_kept_as_the_reporter_saw_it(ada, bola):
    profile = ensure_profile(person=ada.person)
    facts = {
        "is_listed": True,
        "listed_to": "members",
        "about": "For alumni",
        "role_title": "Head",
        "role_title_to": "members",
    }
    change_profile(by=ada.viewer, profile=profile, changes=facts)

    concern = report_subject(by=bola.viewer, kind="person", ref=profile.public_id, told=OTHER, key=uuid4())

    assert (concern.extract, concern.about) == ("Ada Okafor-Lynch\nHead", ada.person)


def test_an_event_is_nobodys(bola):
    event = make_event("Our evening")

    concern = report_subject(by=bola.viewer, kind="event", ref=event.public_id, told=OTHER, key=uuid4())

    assert (concern.extract, concern.about, concern.subject) == ("Our evening", None, "An event")


def test_what_one_may_not_see_and_what_never_was_are_refused_alike(ada, bola):
    hidden, never = make_event(audience=ALUMNI).public_id, "aaaaaaaaaaaa"

    for kind, ref in (("event", hidden), ("event", never), ("person", never), ("thread", never), ("poem", hidden)):
        with pytest.raises(Http404):
            report_subject(by=bola.viewer, kind=kind, ref=ref, told=OTHER, key=uuid4())


def test_nobody_reports_themselves_or_without_membership(ada, efe):
    thread = make_thread(ada.viewer).public_id

    with pytest.raises(Http404):
        report_subject(by=ada.viewer, kind="thread", ref=thread, told=OTHER, key=uuid4())
    with pytest.raises(Refused):
        report_subject(by=efe.viewer, kind="thread", ref=thread, told=OTHER, key=uuid4())


def test_reported_again_it_is_the_same_until_it_is_decided(ada, bola, cem, dina, concern_about):
    thread = make_thread(ada.viewer)
    first = concern_about(ada, by=bola, thread=thread)

    assert concern_about(ada, by=bola, thread=thread) == first
    assert concern_about(ada, by=cem, thread=thread) != first
    decide_concern(by=dina.viewer, concern=first, acts=False, reason="It is kind")
    assert concern_about(ada, by=bola, thread=thread) != first


def test_after_ten_in_a_minute_one_waits(ada, bola, concern_about):
    for _ in range(10):
        concern_about(ada, by=bola)

    with pytest.raises(ReportingTooFast):
        concern_about(ada, by=bola)


def test_moderators_see_it_but_never_about_themselves_by_themselves_or_of_who_hides(
    ada, bola, dina, finn, concern_about, hides
):
    about_ada, about_dina = concern_about(ada, by=bola), concern_about(dina, by=bola)
    by_dina, about_bola = concern_about(ada, by=dina), concern_about(bola, by=ada)

    assert [can_see(dina.viewer, one) for one in (about_ada, about_dina, by_dina)] == [True, False, False]
    assert not any(can_see(who.viewer, about_ada) for who in (ada, bola, finn))
    hides(bola, dina)
    assert not can_see(dina.viewer, about_bola)


def test_what_a_colleague_reports_one_never_sees(ada, bola, dina, leo, concern_about):
    concern = concern_about(ada, by=bola)

    affiliate(person=dina.person, organisation=bola.person.affiliations.get().organisation)

    assert [can_see(who, concern) for who in (dina.viewer, leo)] == [False, True]


def test_a_colleague_of_whom_it_is_about_passes_it_on_and_decides_nothing(ada, bola, dina, lead, concern_about):
    concern = concern_about(ada, by=bola)
    affiliate(person=dina.person, organisation=ada.person.affiliations.get().organisation)

    for act in (
        lambda: claim_matter(by=dina.viewer, matter=concern),
        lambda: decide_concern(by=dina.viewer, concern=concern, acts=True, reason="No"),
    ):
        with pytest.raises(Refused, match="somebody you work with"):
            act()
    pass_matter(by=dina.viewer, matter=concern, reason="A colleague", kind=PASSED)

    assert [can_see(who, concern) for who in (dina.viewer, lead)] == [False, True]
    assert Notice.objects.get(kind="concerns.passed").person_id == lead.person_id


def test_what_is_about_a_workplace_passes_over_who_works_there(ada, bola, dina, leo, concern_about):
    affiliate(person=dina.person, organisation=ada.person.affiliations.get().organisation)
    concern = concern_about(ada, by=bola, at_work=True)

    assert [can_see(who, concern) for who in (dina.viewer, leo)] == [False, True]


def test_whoever_moderates_one_space_sees_what_stands_there_alone(ada, bola, concern_about):
    here = make_thread(ada.viewer)
    concern, elsewhere = concern_about(ada, by=bola, thread=here), concern_about(ada, by=bola)

    mo = viewer_of(make_person("Mo", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, here.space.public_id))))

    assert [can_see(mo, one) for one in (concern, elsewhere)] == [True, False]
    assert decide_concern(by=mo, concern=concern, acts=True, reason="Done").state == ConcernState.ACTED


def test_a_decision_is_logged_and_whoever_reported_is_told(ada, bola, dina, concern_about):
    decided = decide_concern(by=dina.viewer, concern=concern_about(ada, by=bola), acts=True, reason="Spoke to her")

    assert (decided.state, decided.decided_by_id) == (ConcernState.ACTED, dina.person.pk)
    assert StaffAction.objects.get().reason == "Spoke to her"
    assert Notice.objects.filter(person=bola.person, kind="concerns.decided", ref=decided.public_id).exists()
    with pytest.raises(AlreadyTaken):
        decide_concern(by=dina.viewer, concern=decided, acts=False, reason="Again")


def test_somebody_without_account_hears_by_mail_and_the_address_goes(dina, sent, on_commit):
    with on_commit():
        concern = sent(answer_to="ivy@elsewhere.example")
    run_jobs()
    received = mail.outbox[-1]
    with on_commit():
        concern = decide_concern(by=dina.viewer, concern=concern, acts=False, reason="Nothing there")
    run_jobs()

    assert (received.to, concern.public_id in received.body) == (["ivy@elsewhere.example"], True)
    assert concern.public_id in mail.outbox[-1].body and len(mail.outbox) == 2
    assert not any(
        words in letter.body for letter in mail.outbox for words in ("It is wrong", "front page", "Nothing there")
    )
    assert Concern.objects.get().answer_to == ""


def test_the_same_form_is_one_report_and_an_address_may_have_had_enough(db, sent, on_commit):
    key = uuid4()
    with on_commit():
        first, again = (sent(answer_to="ivy@elsewhere.example", key=key, is_mailed=False) for _ in range(2))
    run_jobs()

    assert (first == again, Concern.objects.count(), mail.outbox) == (True, 1, [])
