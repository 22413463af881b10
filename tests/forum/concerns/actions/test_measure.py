import pytest
from django.core import mail

from forum.concerns.actions.measure import MeasureSettled, second_measure, take_measure
from forum.concerns.models import Measure, MeasureState
from forum.spaces.models import Pause
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from network.people.actions.affiliation import affiliate
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.forum import make_space
from tests.factories.network import make_person


def measure(person, kind, **facts):
    return Measure(kind=kind, person=person, words="Please rest a while", reason="Again", **facts)


def test_a_word_is_read_by_whom_it_is_for(ada, bola, dina):
    said = take_measure(by=dina.viewer, measure=measure(ada.person, "nudge"))

    assert said.state == MeasureState.TAKEN
    assert Measure.objects.told_to(ada.viewer).get() == said
    assert not Measure.objects.told_to(bola.viewer).exists()
    assert Notice.objects.get(person=ada.person).kind == "concerns.measure"


def test_thirty_days_are_one_persons_to_decide_and_one_more_takes_two(ada, dina):
    short = take_measure(by=dina.viewer, measure=measure(ada.person, "pause", days=30))
    long = take_measure(by=dina.viewer, measure=measure(ada.person, "pause", days=31))

    assert (short.state, long.state) == (MeasureState.TAKEN, MeasureState.PROPOSED)
    assert Pause.objects.count() == 1


def test_a_second_person_agrees_and_it_is_done(ada, dina, leo):
    proposed = take_measure(by=dina.viewer, measure=measure(ada.person, "pause", days=90))

    assert set(Notice.objects.values_list("person", "kind")) == {(leo.person_id, "concerns.proposed")}
    done = second_measure(by=leo, measure=proposed, agrees=True)

    assert (done.state, Pause.objects.running().get().person) == (MeasureState.TAKEN, ada.person)
    assert "concerns.measure" in Notice.objects.filter(person=ada.person).values_list("kind", flat=True)
    verbs = StaffAction.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["proposed_pause", "seconded_pause", "paused_writing"]


def test_nobody_is_their_own_second_person(ada, dina):
    proposed = take_measure(by=dina.viewer, measure=measure(ada.person, "suspension"))

    with pytest.raises(Refused):
        second_measure(by=dina.viewer, measure=proposed, agrees=True)
    ada.person.refresh_from_db()
    assert ada.person.is_active


def test_declined_it_is_not_done(ada, dina, leo):
    proposed = take_measure(by=dina.viewer, measure=measure(ada.person, "pause", days=90))

    declined = second_measure(by=leo, measure=proposed, agrees=False)

    assert (declined.state, Pause.objects.count()) == (MeasureState.DECLINED, 0)
    with pytest.raises(MeasureSettled):
        second_measure(by=leo, measure=proposed, agrees=True)


def test_the_same_is_proposed_once(ada, dina, leo):
    take_measure(by=dina.viewer, measure=measure(ada.person, "suspension"))

    with pytest.raises(MeasureSettled):
        take_measure(by=leo, measure=measure(ada.person, "suspension"))


def test_a_closed_account_is_told_by_letter_how_to_appeal(ada, dina, leo):
    proposed = take_measure(by=dina.viewer, measure=measure(ada.person, "suspension"))

    second_measure(by=leo, measure=proposed, agrees=True)

    run_jobs()
    ada.person.refresh_from_db()
    letter = mail.outbox[-1]
    assert (ada.person.is_active, letter.to) == (False, [ada.person.email])
    assert proposed.public_id in letter.body and "Please rest" not in letter.body


def test_kept_out_of_a_space_she_no_longer_sees_it(ada, dina):
    space, other = make_space(), make_space()

    take_measure(by=dina.viewer, measure=measure(ada.person, "bar", scope=space.public_id, days=7))

    assert [can_see(ada.viewer, one) for one in (space, other)] == [False, True]


def test_until_further_notice_takes_two(ada, dina, leo):
    space = make_space()
    proposed = take_measure(by=dina.viewer, measure=measure(ada.person, "bar", scope=space.public_id))
    assert can_see(ada.viewer, space)

    second_measure(by=leo, measure=proposed, agrees=True)

    assert not can_see(ada.viewer, space)


def test_whoever_moderates_one_space_keeps_people_out_of_that_one_alone(ada):
    space, other = make_space(), make_space()
    mo = viewer_of(make_person("Mo", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, space.public_id))))

    take_measure(by=mo, measure=measure(ada.person, "bar", scope=space.public_id, days=7))

    for beyond in (
        measure(ada.person, "bar", scope=other.public_id, days=7),
        measure(ada.person, "pause", days=1),
        measure(ada.person, "suspension"),
    ):
        with pytest.raises(Refused):
            take_measure(by=mo, measure=beyond)
    assert [can_see(ada.viewer, one) for one in (space, other)] == [False, True]


def test_members_colleagues_and_oneself_are_refused(ada, bola, dina, leo):
    proposed = take_measure(by=leo, measure=measure(ada.person, "pause", days=90))
    affiliate(person=dina.person, organisation=ada.person.affiliations.get().organisation)

    for who, kind in ((bola.viewer, "nudge"), (dina.viewer, "nudge"), (bola.viewer, "suspension")):
        with pytest.raises(Refused):
            take_measure(by=who, measure=measure(ada.person, kind))
    with pytest.raises(Refused):
        take_measure(by=dina.viewer, measure=measure(dina.person, "pause", days=1))
    with pytest.raises(Refused):
        second_measure(by=dina.viewer, measure=proposed, agrees=True)
    assert not can_see(ada.viewer, proposed)


def test_the_account_of_an_owner_is_another_owners_to_close(dina, lead):
    owner = make_person("Olu", roles=((RoleKind.OWNER, ""),))

    with pytest.raises(Refused):
        take_measure(by=dina.viewer, measure=measure(owner, "suspension"))
    assert take_measure(by=lead, measure=measure(owner, "suspension")).state == MeasureState.PROPOSED


def test_a_colleague_reads_nothing_of_what_is_proposed_or_done(ada, dina, leo):
    colleague = make_person("Cora", roles=((RoleKind.OWNER, ""),))
    affiliate(person=colleague, organisation=ada.person.affiliations.get().organisation)
    proposed = take_measure(by=dina.viewer, measure=measure(ada.person, "pause", days=90))
    word = take_measure(by=dina.viewer, measure=measure(ada.person, "nudge"))

    for one in (proposed, word):
        assert can_see(leo, one) and not can_see(viewer_of(colleague), one)
