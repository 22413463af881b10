"""Whoever reported something has no part in what comes of it: no second voice, and no second look."""

from uuid import uuid4

import pytest

from forum.casebook.actions.cover import object_to_cover
from forum.casebook.actions.lifting import lift_measure
from forum.casebook.actions.objection import judge_objection
from forum.casebook.views.measure import proposed
from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.concerns.actions.matter import claim_matter
from forum.concerns.actions.measure import second_measure, take_measure
from forum.concerns.models import Concern, Measure
from forum.covers.models import Cover
from forum.desk.actions.decision import BAR_MONTH, KEEP, decide_case
from forum.desk.actions.report import report_message
from forum.desk.lists import waiting_proposals
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.directory.actions.profile import change_profile, ensure_profile
from network.notices.models import Notice
from network.people.actions.affiliation import affiliate
from network.people.models import RoleKind, User
from tests.factories.forum import say
from tests.factories.network import make_person


@pytest.fixture
def cora(leo):
    """A third moderator, who works where Leo does."""
    person = make_person("Cora Lane", roles=((RoleKind.MODERATOR, ""),))
    affiliate(person=person, organisation=User.objects.get(pk=leo.person_id).affiliations.get().organisation)
    return viewer_of(person)


@pytest.fixture
def by_leo(ada, leo):
    """A profile and a message of Ada's, which Leo reported."""

    def reported(topic):
        profile = ensure_profile(person=ada.person)
        change_profile(by=ada.viewer, profile=profile, changes={"is_listed": True, "listed_to": "members"})
        told = Told("other", words="Look at this")
        concern = report_subject(by=leo, kind="person", ref=profile.public_id, told=told, key=uuid4())
        words = {"reason": "other", "words": "", "key": uuid4()}
        return concern, report_message(by=leo, message=say(ada.viewer, topic), **words).case

    return reported


@pytest.mark.parametrize("which", [0, 1])
def test_whoever_reported_what_it_came_of_looks_at_no_appeal_nor_does_a_colleague(
    ada, dina, leo, cora, kemi, topic, by_leo, objected, which
):
    """Neither by a concern nor by a case."""
    matter = by_leo(topic)[which]
    said = proposed(matter, measure="pause", words="Rest", reason="Again")
    said.days = 7
    take_measure(by=dina.viewer, measure=said)

    objection = objected(Measure.objects.get(), uuid4())

    assert can_see(kemi, objection)
    for who in (leo, cora):
        assert not can_see(who, objection)
        with pytest.raises(Refused):
            judge_objection(by=who, objection=objection, overturns=False, reason="No")


def test_nor_do_they_where_the_card_of_the_case_kept_its_author_out(ada, dina, leo, kemi, topic, by_leo, objected):
    case = by_leo(topic)[1]
    decide_case(by=dina.viewer, case=case, decision=BAR_MONTH, words="Rest", reason="Again")

    objection = objected(Measure.objects.get(), uuid4())

    assert can_see(kemi, objection) and not can_see(leo, objection)


@pytest.mark.parametrize("which", [0, 1])
def test_whoever_reported_it_is_not_the_second_person_of_what_comes_of_it(
    ada, dina, leo, cora, kemi, topic, by_leo, which
):
    """Nor is a colleague: they are not asked, find it nowhere, and may not."""
    matter = by_leo(topic)[which]

    measure = take_measure(by=dina.viewer, measure=proposed(matter, measure="suspension", words="Rest", reason="Again"))

    asked = Notice.objects.filter(kind="concerns.proposed").values_list("person", flat=True)
    assert list(asked) == [kemi.person_id]
    assert waiting_proposals(kemi, "open") == [measure]
    for who in (leo, cora):
        assert not can_see(who, measure) and waiting_proposals(who, "open") == []
        with pytest.raises(Refused):
            second_measure(by=who, measure=measure, agrees=True)
    ada.person.refresh_from_db()
    assert ada.person.is_active


@pytest.mark.parametrize("which", [0, 1])
def test_nor_do_they_propose_it_or_end_it(ada, dina, leo, cora, kemi, topic, by_leo, which):
    matter = by_leo(topic)[which]
    said = {"measure": "pause", "words": "Rest", "reason": "Again"}
    for who in (leo, cora):
        with pytest.raises(Refused):
            take_measure(by=who, measure=proposed(matter, **said))
    measure = proposed(matter, **said)
    measure.days = 7
    taken = take_measure(by=dina.viewer, measure=measure)

    for who in (leo, cora):
        with pytest.raises(Refused):
            lift_measure(by=who, measure=taken)
    assert lift_measure(by=kemi, measure=taken)


def test_what_others_report_of_anybody_is_theirs_as_before(ada, bola, dina, leo, case, by_leo, topic):
    """What Leo reported himself is another message, and a profile."""
    by_leo(topic)
    measure = take_measure(by=dina.viewer, measure=proposed(case, measure="suspension", words="Rest", reason="Again"))

    assert can_see(leo, measure) and waiting_proposals(leo, "open") == [measure]
    second_measure(by=leo, measure=measure, agrees=False)


def test_a_message_they_reported_before_is_not_theirs_when_somebody_else_does(
    ada, bola, dina, leo, cora, topic, by_leo
):
    earlier = by_leo(topic)[1]
    decide_case(by=dina.viewer, case=earlier, decision=KEEP, reason="Fine")
    facts = {"reason": "other", "words": "", "key": uuid4()}

    again = report_message(by=bola.viewer, message=earlier.message, **facts).case

    assert again != earlier and can_see(dina.viewer, again)
    assert not can_see(leo, again) and not can_see(cora, again)


def title_hidden(ada, by, dina, thread):
    told = Told("other", "Look at this")
    concern = report_subject(by=by, kind="thread", ref=thread.public_id, told=told, key=uuid4())
    hiding = Hiding(("title",), "Open it anew.")
    decide_concern(by=dina.viewer, concern=concern, acts=True, reason="Logged", hiding=hiding)
    cover = Cover.objects.standing().get()
    return object_to_cover(by=ada.viewer, cover=cover, words="It names nobody", key=uuid4())


def part_hidden(ada, by, dina):
    profile = ensure_profile(person=ada.person)
    changes = {"is_listed": True, "listed_to": "members", "about": "Unkind words", "about_to": "members"}
    change_profile(by=ada.viewer, profile=profile, changes=changes)
    told = Told("other", "Look at this")
    concern = report_subject(by=by, kind="person", ref=profile.public_id, told=told, key=uuid4())
    hiding = Hiding(("about",), "Write it anew.")
    decide_concern(by=dina.viewer, concern=concern, acts=True, reason="Logged", hiding=hiding)
    return object_to_cover(by=ada.viewer, cover=Cover.objects.get(), words="It is kind", key=uuid4())


@pytest.mark.parametrize("what", ["title", "part"])
def test_nor_do_they_look_again_at_what_was_hidden(ada, dina, leo, cora, kemi, topic, what):
    appeal = title_hidden(ada, leo, dina, topic) if what == "title" else part_hidden(ada, leo, dina)

    assert Concern.objects.visible_to(kemi).open().get() == appeal
    for who in (leo, cora):
        assert not Concern.objects.visible_to(who).filter(pk=appeal.pk).exists()
        with pytest.raises(Refused):
            claim_matter(by=who, matter=appeal)
        with pytest.raises(Refused):
            decide_concern(by=who, concern=appeal, acts=True, reason="No")
    assert Cover.objects.standing().exists()


def test_nor_whoever_reported_the_same_title_beside_another(ada, bola, dina, leo, kemi, topic):
    """Two reports of one title are two concerns, and one of them hid it."""
    told = Told("other", "Look at this too")
    report_subject(by=leo, kind="thread", ref=topic.public_id, told=told, key=uuid4())

    appeal = title_hidden(ada, bola.viewer, dina, topic)

    assert can_see(kemi, appeal) and not can_see(leo, appeal)


def test_whoever_reported_something_else_looks_again(ada, bola, dina, leo, by_leo, topic):
    by_leo(topic)

    assert can_see(leo, title_hidden(ada, bola.viewer, dina, topic))
