"""Against a decision that hides one's own words there is one appeal, and somebody else looks."""

from uuid import uuid4

import pytest
from django.urls import reverse

from forum.casebook.actions.cover import object_to_cover
from forum.casebook.actions.second_look import AlreadyAppealed, NobodyElse
from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.concerns.models import Concern
from forum.covers.models import HIDDEN_TITLE, Cover
from forum.talk.models import Thread
from network.access.viewer import viewer_of
from network.access.visible import Refused, can_see
from network.notices.kind import kind_of
from network.notices.models import Notice
from network.people.actions.shield import raise_shield
from network.people.models import ShieldLevel, User
from network.records.models import StaffAction
from tests.factories.forum import make_thread

TITLE = "Unkind title words"


@pytest.fixture
def concern(ada, bola, lounge):
    """Bola's, about the title of a thread of Ada's that may put somebody at risk: it waits out of sight."""
    thread = make_thread(ada.viewer, lounge, title=TITLE)
    told = Told("safeguarding", "Please look")
    return report_subject(by=bola.viewer, kind="thread", ref=thread.public_id, told=told, key=uuid4())


@pytest.fixture
def cover(dina, concern):
    """Dina has decided that it stays there."""
    hiding = Hiding(("title",), "Please open it anew.")
    decide_concern(by=dina.viewer, concern=concern, acts=True, reason="Logged", hiding=hiding)
    return Cover.objects.get()


def appeal(by, words="It names nobody", key=None):
    return object_to_cover(by=by.viewer, cover=Cover.objects.get(), words=words, key=key or uuid4())


def title():
    return Thread.objects.get().title


def test_whom_the_author_hides_from_everywhere_does_not_read_it(cover, ada, leo):
    sent = appeal(ada)
    assert can_see(leo, sent)

    raise_shield(person=ada.person, level=ShieldLevel.EVERYWHERE, other=User.objects.get(pk=leo.person_id))

    assert not can_see(viewer_of(User.objects.get(pk=leo.person_id)), sent)


def test_it_goes_to_somebody_else_and_puts_the_words_back(cover, ada, dina, leo):
    asked = appeal(ada)
    assert can_see(leo, asked) and not can_see(dina.viewer, asked)

    decide_concern(by=leo, concern=asked, acts=True, reason="It names nobody")

    assert title() == TITLE
    kinds = Notice.objects.filter(person=ada.person, kind__startswith="covers.").order_by("pk")
    assert list(kinds.values_list("kind", flat=True))[-1] == "covers.back"
    assert StaffAction.objects.filter(verb="appeal_overturned").count() == 1


def test_one_that_fails_leaves_it_hidden(cover, ada, leo):
    decide_concern(by=leo, concern=appeal(ada), acts=False, reason="It does")

    assert title() == HIDDEN_TITLE
    assert StaffAction.objects.filter(verb="appeal_upheld").count() == 1


def test_there_is_one_while_it_waits_and_after(cover, ada, leo):
    key = uuid4()
    asked = appeal(ada, key=key)
    assert appeal(ada, key=key) == asked
    with pytest.raises(AlreadyAppealed):
        appeal(ada, "Something more")
    decide_concern(by=leo, concern=asked, acts=False, reason="It does")

    with pytest.raises(AlreadyAppealed):
        appeal(ada, "Something more")

    assert appeal(ada, key=key) == asked == Concern.objects.get(kind="cover")
    assert asked.words == "It names nobody"


def test_what_is_not_hidden_any_more_is_nothing_to_appeal_against(cover, ada):
    Cover.objects.update(lifted_at=cover.covered_at)

    with pytest.raises(Refused):
        appeal(ada)
    assert not Concern.objects.filter(kind="cover").exists()


def test_nor_is_what_nobody_has_decided(concern, ada):
    with pytest.raises(Refused):
        appeal(ada)
    assert not Concern.objects.filter(kind="cover").exists()


def test_nobody_appeals_for_another(cover, bola, cem, leo):
    for one in (bola, cem):
        with pytest.raises(Refused):
            appeal(one)
    assert not Concern.objects.filter(kind="cover").exists()


def test_what_is_hidden_anew_may_be_appealed_anew(cover, ada, bola, leo, dina):
    decide_concern(by=leo, concern=appeal(ada), acts=True, reason="It names nobody")
    told, thread = Told("other", "Please look"), Thread.objects.get()
    again = report_subject(by=bola.viewer, kind="thread", ref=thread.public_id, told=told, key=uuid4())
    decide_concern(by=dina.viewer, concern=again, acts=True, reason="Logged", hiding=Hiding(("title",), "Please."))
    anew = Cover.objects.standing().get()

    asked = object_to_cover(by=ada.viewer, cover=anew, words="It still names nobody", key=uuid4())

    assert asked.ref == anew.public_id != cover.public_id


def told(person_id):
    return list(Notice.objects.filter(person=person_id, kind__startswith="casebook.").values_list("kind", flat=True))


def test_where_nobody_else_could_decide_she_is_told_and_may_try_again(cover, ada):
    """Dina hid it, and there is nobody beside her."""
    notices = Notice.objects.count()

    with pytest.raises(NobodyElse):
        appeal(ada)

    assert not Concern.objects.filter(kind="cover").exists() and Notice.objects.count() == notices


def test_where_only_whoever_reported_it_is_left_nobody_could(ada, dina, leo, lounge):
    thread, words = make_thread(ada.viewer, lounge, title=TITLE), Told("other", "Please look")
    concern = report_subject(by=leo, kind="thread", ref=thread.public_id, told=words, key=uuid4())
    hiding = Hiding(("title",), "Please open it anew.")
    decide_concern(by=dina.viewer, concern=concern, acts=True, reason="Logged", hiding=hiding)

    with pytest.raises(NobodyElse):
        appeal(ada)


def test_where_only_owners_could_decide_they_are_told(cover, ada, dina, kemi):
    asked = appeal(ada)

    notice = Notice.objects.get(person=kemi.person_id, kind="casebook.waits")
    kind, lead = kind_of(notice.kind), User.objects.get(pk=kemi.person_id)
    assert kind.link(notice.ref) == reverse("concern", args=[asked.public_id])
    assert kind.still_true(lead, notice.ref) and not kind.still_true(dina.person, notice.ref)
    decide_concern(by=kemi, concern=asked, acts=False, reason="It does")
    assert not kind.still_true(lead, notice.ref)


def test_where_a_moderator_could_the_queue_brings_it_to_them(cover, ada, leo, kemi):
    appeal(ada)

    assert told(leo.person_id) == told(kemi.person_id) == []
