"""A second look at a decision: asked for once by the author, given by somebody who neither reported nor decided it."""

from uuid import uuid4

import pytest

from forum.casebook.actions.appeal import appeal_against, judge_appeal
from forum.casebook.actions.second_look import AlreadyAppealed, NobodyElse
from forum.concerns.actions.matter import AlreadyTaken
from forum.desk.actions.decision import KEEP, PAUSE_DAY, REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import Appeal, AppealState
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.notices.models import Notice
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.forum import say
from tests.factories.network import make_person


@pytest.fixture
def leo(db):
    """A second moderator."""
    return viewer_of(make_person("Leo Marsh", roles=((RoleKind.ALLY, ""), (RoleKind.MODERATOR, ""))))


@pytest.fixture
def hidden(ada, bola, dina, topic):
    """Ada's message, reported by Bola and hidden by Dina."""
    return hide(bola.viewer, dina.viewer, say(ada.viewer, topic, "Reported words"))


def hide(reporter, moderator, message, decision=REMIND):
    case = report_message(by=reporter, message=message, reason="identifies", words="", key=uuid4()).case
    decide_case(by=moderator, case=case, decision=decision, reason="It names a child", words="Hello Ada.")
    return Message.objects.get(pk=message.pk)


def before(message):
    """As somebody has it before them whose report is on its way while the message is hidden."""
    seen = Message.objects.get(pk=message.pk)
    seen.hidden_at = None
    return seen


def ask(who, message, words="It names nobody", key=None):
    return appeal_against(by=who.viewer, message=message, words=words, key=key or uuid4())


def told(person):
    return list(Notice.objects.filter(person=person, kind__startswith="desk.appeal").values_list("kind", flat=True))


def test_only_the_author_of_a_message_a_decision_hides_may_appeal(ada, bola, cem, dina, leo, topic, hidden):
    standing, kept = say(ada.viewer, topic), hide(bola.viewer, dina.viewer, say(ada.viewer, topic), KEEP)

    for who, message in ((bola, hidden), (cem, hidden), (dina, hidden), (ada, standing), (ada, kept)):
        with pytest.raises(Refused):
            ask(who, message)
    assert ask(ada, hidden).state == AppealState.OPEN


def test_one_appeals_once_and_the_same_key_again_is_the_same_appeal(ada, leo, hidden):
    key = uuid4()
    first = ask(ada, hidden, key=key)

    assert ask(ada, hidden, key=key) == first
    with pytest.raises(AlreadyAppealed):
        ask(ada, hidden, "Other words")
    assert Appeal.objects.get().words == "It names nobody"


def test_whoever_decided_reported_or_wrote_it_sees_no_appeal(ada, bola, cem, dina, eve, efe, finn, leo, hidden):
    appeal = ask(ada, hidden)

    assert can_see(leo, appeal)
    assert not any(can_see(who.viewer, appeal) for who in (ada, bola, cem, dina, eve, efe, finn))
    with pytest.raises(Refused):
        judge_appeal(by=dina.viewer, appeal=appeal, restores=False, reason="I was right")


def test_a_moderator_who_reported_it_in_another_case_judges_nothing(ada, leo, hidden):
    appeal = ask(ada, hidden)
    report_message(by=leo, message=before(hidden), reason="other", words="", key=uuid4())

    assert not can_see(leo, appeal)


def test_putting_it_back_shows_it_in_its_place_and_tells_the_author(ada, leo, hidden):
    judge_appeal(by=leo, appeal=ask(ada, hidden), restores=True, reason="A fair question")

    back = Message.objects.get(pk=hidden.pk)
    assert (back.hidden_at, back.hidden_reason, back.body) == (None, "", "Reported words")
    assert back.version == hidden.version + 1
    assert told(ada.person) == ["desk.appeal"]


def test_keeping_it_hidden_changes_nothing_and_ends_it(ada, leo, hidden):
    appeal = judge_appeal(by=leo, appeal=ask(ada, hidden), restores=False, reason="It does")

    kept = Message.objects.get(pk=hidden.pk)
    assert (kept.hidden_at, kept.version) == (hidden.hidden_at, hidden.version)
    assert (appeal.state, appeal.decided_by_id) == (AppealState.UPHELD, leo.person_id)
    assert told(ada.person) == ["desk.appeal"]
    with pytest.raises(AlreadyAppealed):
        ask(ada, hidden)


def test_one_decision_wins(ada, leo, hidden):
    appeal, late = ask(ada, hidden), viewer_of(make_person(roles=((RoleKind.OWNER, ""),)))
    judge_appeal(by=leo, appeal=appeal, restores=False, reason="It does")

    with pytest.raises(AlreadyTaken):
        judge_appeal(by=late, appeal=appeal, restores=True, reason="It does not")
    assert Message.objects.get(pk=hidden.pk).hidden_at and Appeal.objects.get().decided_by_id == leo.person_id


def test_what_was_put_back_is_hidden_by_a_new_decision_and_may_be_appealed_anew(ada, cem, dina, leo, hidden):
    judge_appeal(by=leo, appeal=ask(ada, hidden), restores=True, reason="A fair question")
    make_person(roles=((RoleKind.OWNER, ""),))

    again = hide(cem.viewer, leo, Message.objects.get(pk=hidden.pk), PAUSE_DAY)

    assert again.hidden_at and ask(ada, again).case.decided_by_id == leo.person_id
    assert Appeal.objects.count() == 2


def test_two_decisions_about_it_are_one_appeal_and_neither_decider_judges_it(ada, cem, dina, leo, hidden):
    owner = viewer_of(make_person(roles=((RoleKind.OWNER, ""),)))
    twice = hide(cem.viewer, leo, before(hidden))

    appeal = ask(ada, twice)

    assert [can_see(who, appeal) for who in (dina.viewer, leo, owner)] == [False, False, True]
    judge_appeal(by=owner, appeal=appeal, restores=True, reason="A fair question")
    assert Message.objects.get(pk=hidden.pk).hidden_at is None


def test_without_another_moderator_the_owners_are_told(ada, dina, hidden):
    owner = make_person("Kemi Ojo", roles=((RoleKind.OWNER, ""),))

    appeal = ask(ada, hidden)

    assert told(owner) == ["desk.appealed"] and can_see(viewer_of(owner), appeal)


def test_with_another_moderator_the_owners_are_left_alone(ada, leo, hidden):
    owner = make_person("Kemi Ojo", roles=((RoleKind.OWNER, ""),))

    ask(ada, hidden)

    assert told(owner) == []


def test_where_nobody_else_could_decide_no_appeal_is_taken(ada, hidden):
    with pytest.raises(NobodyElse):
        ask(ada, hidden)

    assert not Appeal.objects.exists()


@pytest.mark.parametrize(("restores", "verb"), [(True, "appeal_restored"), (False, "appeal_upheld")])
def test_the_outcome_is_logged_without_the_words(ada, leo, hidden, restores, verb):
    judge_appeal(by=leo, appeal=ask(ada, hidden), restores=restores, reason="Looked twice")

    line = StaffAction.objects.latest("pk")
    assert (line.by_id, line.verb, line.about_id) == (leo.person_id, verb, ada.person.pk)
    assert line.reason == "Looked twice"
