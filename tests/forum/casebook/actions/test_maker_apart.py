"""Whoever made an event does not decide a report of it, where somebody else is left who can."""

from uuid import uuid4

from forum.casebook.actions.complaint import report
from forum.casebook.views.measure import can_propose
from forum.concerns.actions.concern import Told, decide_concern, report_subject
from forum.concerns.models import Concern
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.notices.models import Notice
from network.people.actions.affiliation import affiliate
from network.people.actions.role import grant_role
from network.people.models import RoleKind, User
from tests.factories.events import make_event
from tests.factories.forum import make_thread


def reported(by, maker, category="other", words="Please look"):
    event = make_event("Our evening with a family", owner=maker and User.objects.get(pk=maker.person_id))
    return report(by=by, kind="event", ref=event.public_id, told=Told(category, words), key=uuid4())


def seen_by(concern, *viewers):
    return [can_see(viewer, concern) for viewer in viewers]


def waits_for(viewer):
    return Concern.objects.visible_to(viewer).open().count()


def test_a_moderator_who_made_it_leaves_it_to_another(bola, dina, leo):
    concern = reported(bola.viewer, dina.viewer)

    assert seen_by(concern, dina.viewer, leo) == [False, True]
    assert (waits_for(dina.viewer), waits_for(leo)) == (0, 1)
    assert dina.client.get(f"/m/desk/concerns/{concern.public_id}/").status_code == 404


def test_where_nobody_else_is_left_whoever_made_it_decides(bola, dina):
    concern = reported(bola.viewer, dina.viewer)

    assert seen_by(concern, dina.viewer) == [True]
    assert decide_concern(by=dina.viewer, concern=concern, acts=False, reason="Fine").decided_by == dina.person


def test_whoever_reported_it_is_nobody_who_is_left(dina, leo):
    assert seen_by(reported(leo, dina.viewer), dina.viewer, leo) == [True, False]


def test_nor_is_a_colleague_of_theirs(bola, dina, leo):
    affiliate(person=User.objects.get(pk=leo.person_id), organisation=bola.person.affiliations.get().organisation)

    assert seen_by(reported(bola.viewer, dina.viewer), dina.viewer, leo) == [True, False]


def test_the_only_owner_made_it_and_the_moderators_are_called_at_once(bola, dina, leo, kemi):
    concern = reported(bola.viewer, kemi, "safeguarding")

    assert not concern.is_for_lead and seen_by(concern, kemi, dina.viewer, leo) == [False, True, True]
    called = Notice.objects.filter(kind="concerns.urgent").values_list("person_id", flat=True)
    assert set(called) == {dina.person.pk, leo.person_id}


def test_others_who_keep_the_page_decide(bola, dina, leo):
    """They did not make it."""
    editor = User.objects.get(pk=leo.person_id)
    grant_role(person=editor, kind=RoleKind.EDITOR, by=None)

    assert seen_by(reported(bola.viewer, dina.viewer), dina.viewer, viewer_of(editor)) == [False, True]


def test_of_a_page_nobody_owns_nobody_is_kept_away(bola, dina, leo):
    assert seen_by(reported(bola.viewer, None), dina.viewer, leo) == [True, True]


def test_it_is_about_nobody_and_offers_no_measure(bola, dina, leo):
    concern = reported(bola.viewer, dina.viewer)

    assert concern.about_id is None and not can_propose(leo, concern)


def test_kept_from_whoever_decided_first_where_both_cannot_be(ada, bola, dina, leo):
    """Leo decided what the words quote; Dina made the page."""
    facts = {"kind": "thread", "ref": make_thread(ada.viewer).public_id, "told": Told("other"), "key": uuid4()}
    earlier = decide_concern(by=leo, concern=report_subject(by=bola.viewer, **facts), acts=False, reason="Fine")

    concern = reported(bola.viewer, dina.viewer, words=f"Again, after {earlier.public_id}.")

    assert seen_by(concern, dina.viewer, leo) == [True, False]
