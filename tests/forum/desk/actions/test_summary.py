"""What came out of a closed thread."""

from datetime import timedelta

import pytest

from forum.desk.actions.summary import remove_summary, write_summary
from forum.desk.models import Summary
from forum.spaces.actions.pause import pause_person
from forum.spaces.actions.steward import name_steward
from forum.spaces.models import SpaceMode
from forum.talk.actions.thread import close_thread
from network.access.visible import Refused
from network.people.actions.role import end_role
from network.records.models import StaffAction
from tests.factories.forum import make_thread


def closed(who, thread):
    return close_thread(by=who.viewer, thread=thread)


def write(who, thread, body="We agreed"):
    return write_summary(by=who.viewer, thread=thread, body=body)


def seen_by(who):
    return list(Summary.objects.visible_to(who.viewer).values_list("body", flat=True))


def test_whoever_closed_it_writes_and_everybody_of_the_space_reads(ada, bola, dina, eve, outsider, topic):
    summary = write(ada, closed(ada, topic), "**We** agreed")

    assert summary.html == "<p><strong>We</strong> agreed</p>\n"
    assert seen_by(bola) == seen_by(dina) == ["**We** agreed"]
    assert seen_by(eve) == seen_by(outsider) == []


def test_written_again_it_replaces_the_first_and_empty_it_is_gone(ada, topic):
    thread = closed(ada, topic)
    write(ada, thread, "One")

    write(ada, thread, "Two")
    assert seen_by(ada) == ["Two"]

    assert write(ada, thread, "") is None
    assert not Summary.objects.exists()


def test_an_open_thread_has_none(ada, topic):
    with pytest.raises(Refused):
        write(ada, topic)


def test_others_write_none_moderators_and_the_author_of_the_thread_included(ada, bola, dina, topic):
    by_ada, by_dina = closed(ada, topic), closed(dina, make_thread(ada.viewer))

    for who, thread in ((bola, by_ada), (dina, by_ada), (ada, by_dina)):
        with pytest.raises(Refused):
            write(who, thread)
    assert write(dina, by_dina)


def test_whoever_closes_it_again_is_not_who_closed_it(ada, dina, topic):
    closed(ada, topic)
    thread = closed(dina, topic)

    with pytest.raises(Refused):
        write(dina, thread)
    assert write(ada, thread)


def test_a_right_that_ends_writes_no_more(ada, topic):
    thread = closed(ada, topic)
    end_role(role=ada.person.roles.get(), by=None)

    with pytest.raises(Refused):
        write(ada, thread)


def test_a_summary_of_somebody_who_hides_is_not_there(bola, dina, maya, lounge, hides):
    write(dina, closed(dina, make_thread(bola.viewer, lounge)), "canary")
    assert seen_by(maya) == ["canary"]

    hides(dina, maya)

    assert (seen_by(maya), seen_by(bola)) == ([], ["canary"])


def test_out_of_the_room_nothing_is_seen(ada, bola, alumni_room):
    write(ada, closed(ada, make_thread(ada.viewer, alumni_room)), "canary")

    assert (seen_by(ada), seen_by(bola)) == (["canary"], [])


def test_whoever_is_paused_after_closing_writes_none(ada, dina, topic):
    thread = closed(ada, topic)
    pause_person(by=dina.viewer, person=ada.person, span=timedelta(days=1), reason="Three times")

    with pytest.raises(Refused, match="Posting is paused for you"):
        write(ada, thread)


@pytest.mark.parametrize("manner", [{"is_listening": True}, {"mode": SpaceMode.READ_ONLY}])
def test_where_the_space_takes_no_words_of_theirs_they_write_none(bola, manner):
    thread = closed(bola, make_thread(bola.viewer))
    vars(thread.space).update(manner)

    with pytest.raises(Refused, match="You can"):
        write(bola, thread)


def test_whoever_runs_the_space_removes_one_and_the_log_tells_whose_it_was(ada, bola, dina, topic):
    name_steward(by=dina.viewer, space=topic.space, person=bola.person)
    thread = closed(ada, topic)

    for who in (bola, dina):
        write(ada, thread)
        remove_summary(by=who.viewer, thread=thread)
        remove_summary(by=who.viewer, thread=thread)
        assert seen_by(ada) == []

    kept = StaffAction.objects.filter(verb="removed_summary").order_by("pk").values_list("by_id", "about_id")
    assert list(kept) == [(who.person.pk, ada.person.pk) for who in (bola, dina)]


def test_nobody_else_removes_one_nor_a_moderator_where_they_may_not_read(ada, bola, dina, topic, alumni_room):
    here, elsewhere = closed(ada, topic), closed(ada, make_thread(ada.viewer, alumni_room))
    for thread in (here, elsewhere):
        write(ada, thread)

    for who, thread in ((ada, here), (bola, here), (dina, elsewhere)):
        with pytest.raises(Refused):
            remove_summary(by=who.viewer, thread=thread)
    assert Summary.objects.count() == 2
