"""Words begun in a thread and kept for later."""

from datetime import timedelta

import pytest

from forum.spaces.actions.pause import pause_person
from forum.talk.actions.draft import keep_draft
from forum.talk.actions.thread import close_thread
from forum.talk.models import Draft
from network.access.visible import Refused
from network.people.actions.role import end_role
from tests.factories.forum import make_space, make_thread, say


def keep(who, thread, body="Begun"):
    return keep_draft(by=who.viewer, thread=thread, body=body)


def drafts_of(who):
    return list(Draft.objects.visible_to(who.viewer).order_by("pk").values_list("body", flat=True))


def test_a_thread_keeps_ones_latest_words(ada, bola, topic):
    keep(bola, topic, "Begun")
    keep(bola, topic, "Begun and more")
    keep(bola, make_thread(ada.viewer), "Elsewhere")

    assert drafts_of(bola) == ["Begun and more", "Elsewhere"]


def test_nobody_else_sees_it(ada, bola, dina, topic):
    keep(bola, topic)

    assert (drafts_of(bola), drafts_of(ada), drafts_of(dina)) == (["Begun"], [], [])


def test_no_words_are_no_draft(bola, topic):
    keep(bola, topic)

    assert keep(bola, topic, "") is None
    assert not Draft.objects.exists()


def test_what_is_sent_is_no_draft_any_more_for_oneself_and_there_alone(ada, bola, cem, topic):
    other = make_thread(ada.viewer)
    for who, thread in ((bola, topic), (bola, other), (cem, topic)):
        keep(who, thread)

    say(bola.viewer, topic)

    left = set(Draft.objects.values_list("person", "thread"))
    assert left == {(bola.person.pk, other.pk), (cem.person.pk, topic.pk)}


def test_nothing_is_kept_where_one_may_not_write(ada, bola, eve, efe, outsider, topic, alumni_room):
    hidden, closed = make_thread(ada.viewer, alumni_room), close_thread(by=ada.viewer, thread=topic)

    for who, thread in ((bola, hidden), (eve, hidden), (efe, hidden), (outsider, hidden), (bola, closed)):
        with pytest.raises(Refused):
            keep(who, thread)
    assert not Draft.objects.exists()


def test_a_refusal_says_why(ada, bola, cem, dina, topic):
    heard = make_thread(ada.viewer, make_space(is_listening=True))
    pause_person(by=dina.viewer, person=cem.person, span=timedelta(days=1), reason="Three times")

    with pytest.raises(Refused, match="Allies listen here"):
        keep(bola, heard)
    with pytest.raises(Refused, match="Posting is paused for you"):
        keep(cem, topic)
    with pytest.raises(Refused, match="This thread is closed"):
        keep(bola, close_thread(by=ada.viewer, thread=topic))


def test_a_right_that_ends_takes_ones_own_along(ada, alumni_room):
    keep(ada, make_thread(ada.viewer, alumni_room))
    assert drafts_of(ada) == ["Begun"]

    end_role(role=ada.person.roles.get(), by=None)

    assert drafts_of(ada) == []
