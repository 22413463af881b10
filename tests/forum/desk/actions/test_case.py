from uuid import uuid4

import pytest

from forum.desk.actions.case import AlreadyTaken, claim_case, decide_case, release_case
from forum.desk.actions.report import report_message
from forum.desk.models import CaseState
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.notices.models import Notice
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.forum import make_thread, say
from tests.factories.network import make_person


def report(who, message):
    return report_message(by=who.viewer, message=message, reason="identifies", words="", key=uuid4()).case


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Reported words")


@pytest.fixture
def leo(db):
    """A second moderator."""
    return viewer_of(make_person("Leo Marsh", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, ""))))


def test_only_moderators_see_cases_and_never_about_themselves_or_by_themselves(ada, bola, dina, efe, finn, topic):
    about_ada = report(bola, say(ada.viewer, topic))
    about_dina = report(bola, say(dina.viewer, topic))
    by_dina = report(dina, say(ada.viewer, topic))

    assert [can_see(dina.viewer, one) for one in (about_ada, about_dina, by_dina)] == [True, False, False]
    assert not any(can_see(who.viewer, about_ada) for who in (ada, bola, efe, finn))
    for one in (about_dina, by_dina):
        with pytest.raises(Refused):
            decide_case(by=dina.viewer, case=one, hide=True, reason="No")


def test_a_moderator_decides_without_reading_the_room(ada, cem, dina, alumni_room):
    grant_role(person=cem.person, kind=RoleKind.ALUMNA, scope="C12", by=None)
    message = say(ada.viewer, make_thread(ada.viewer, alumni_room), "canary")
    one = report(cem, message)

    assert (can_see(dina.viewer, message), can_see(dina.viewer, one)) == (False, True)
    assert decide_case(by=dina.viewer, case=one, hide=True, reason="It names a child").state == CaseState.HIDDEN


def test_hiding_takes_a_version_and_tells_author_and_reporter_apart(ada, bola, dina, message):
    one, before = report(bola, message), message.version

    decide_case(by=dina.viewer, case=one, hide=True, reason="It names a child")

    hidden = Message.objects.get(pk=message.pk)
    assert hidden.hidden_at and hidden.version == before + 1
    assert [(n.person, n.kind) for n in Notice.objects.exclude(kind="talk.reply").order_by("kind")] == [
        (bola.person, "desk.decided"),
        (ada.person, "desk.hidden"),
    ]


def test_a_message_that_stands_is_not_touched_and_its_author_not_told(ada, bola, dina, message):
    decide_case(by=dina.viewer, case=report(bola, message), hide=False, reason="It is kind")

    assert Message.objects.get(pk=message.pk).version == message.version
    assert not Notice.objects.filter(person=ada.person, kind="desk.hidden").exists()


def test_every_decision_is_logged_without_the_words(ada, bola, dina, message):
    decide_case(by=dina.viewer, case=report(bola, message), hide=True, reason="It names a child")

    line = StaffAction.objects.get()
    assert (line.by_id, line.verb, line.about_id) == (dina.person.pk, "case_hidden", ada.person.pk)
    assert line.reason == "It names a child"


def test_a_case_is_decided_once(bola, dina, message):
    one = report(bola, message)
    decide_case(by=dina.viewer, case=one, hide=False, reason="It is kind")

    with pytest.raises(AlreadyTaken):
        decide_case(by=dina.viewer, case=one, hide=True, reason="It is not")
    assert Message.objects.get(pk=message.pk).hidden_at is None


def test_all_who_reported_are_told(bola, cem, dina, message):
    report(bola, message)
    case = report(cem, message)

    decide_case(by=dina.viewer, case=case, hide=False, reason="It is kind")

    assert set(Notice.objects.filter(kind="desk.decided").values_list("person", flat=True)) == {
        bola.person.pk,
        cem.person.pk,
    }


def test_what_one_has_taken_no_other_takes_or_decides(bola, dina, leo, message):
    case = claim_case(by=dina.viewer, case=report(bola, message))

    with pytest.raises(AlreadyTaken):
        claim_case(by=leo, case=case)
    with pytest.raises(AlreadyTaken):
        decide_case(by=leo, case=case, hide=True, reason="It is not kind")
    assert case.claimed_by == dina.person
    assert claim_case(by=dina.viewer, case=case).claimed_by == dina.person


def test_what_is_given_back_another_takes(bola, dina, leo, message):
    case = claim_case(by=dina.viewer, case=report(bola, message))

    release_case(by=leo, case=case)
    case.refresh_from_db()
    assert case.claimed_by == dina.person
    release_case(by=dina.viewer, case=case)

    assert claim_case(by=leo, case=case).claimed_by_id == leo.person_id


def test_only_who_may_decide_takes(ada, bola, cem, dina, topic, message):
    case, about_dina = report(bola, message), report(bola, say(dina.viewer, topic))

    for who, what in ((ada, case), (bola, case), (cem, case), (dina, about_dina)):
        with pytest.raises(Refused):
            claim_case(by=who.viewer, case=what)
        with pytest.raises(Refused):
            release_case(by=who.viewer, case=what)


def test_taking_and_giving_back_are_logged(bola, dina, message):
    case = claim_case(by=dina.viewer, case=report(bola, message))

    release_case(by=dina.viewer, case=case)

    assert list(StaffAction.objects.order_by("pk").values_list("verb", flat=True)) == ["claimed_case", "released_case"]
