"""Choosing an answer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from forum.hands.models import Option, Poll, Vote, Voter
from forum.spaces.actions.pause import pause_person
from forum.spaces.models import Space
from forum.talk.actions.message import delete_message
from forum.talk.actions.thread import close_thread
from forum.talk.changes import cursor_now
from network.access.visible import Refused
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.factories.forum import make_thread
from tests.factories.hands import close, make_poll, vote


@pytest.fixture
def named(ada, topic):
    return make_poll(ada.viewer, topic)


@pytest.fixture
def anonymous(ada, topic):
    return make_poll(ada.viewer, topic, is_anonymous=True)


def ballots(message):
    return list(Option.objects.filter(poll__message=message).order_by("position").values_list("ballots", flat=True))


def chosen(who, message):
    votes = Vote.objects.filter(voter__person=who.person, option__poll__message=message)
    return sorted(votes.values_list("option__words", flat=True))


def test_a_vote_with_a_name_can_be_changed_until_the_poll_closes(bola, named):
    vote(bola.viewer, named, 1)
    vote(bola.viewer, named, 2)
    assert chosen(bola, named) == ["Tuesday"] and Voter.objects.count() == 1

    close(named)
    with pytest.raises(Refused, match="closed"):
        vote(bola.viewer, named, 3)

    assert chosen(bola, named) == ["Tuesday"]


def test_several_answers_where_the_poll_takes_them(ada, bola, topic, named):
    several = make_poll(ada.viewer, topic, is_multiple=True)
    vote(bola.viewer, several, 1, 3)

    assert chosen(bola, several) == ["Friday", "Monday"]
    for positions in ((1, 2), (), (9,)):
        with pytest.raises(Refused, match="Choose an answer"):
            vote(bola.viewer, named, *positions)


def test_a_vote_tells_nobody_before_the_poll_closes(bola, cem, named, lounge):
    before = cursor_now(cem.viewer, lounge)
    vote(bola.viewer, named, 1)

    assert cursor_now(cem.viewer, lounge) == before
    assert not Vote.objects.visible_to(cem.viewer).exists()

    close(named)
    assert Vote.objects.visible_to(cem.viewer).count() == 1


def test_an_anonymous_ballot_is_a_number_and_nothing_else(bola, cem, anonymous):
    vote(bola.viewer, anonymous, 2)
    vote(cem.viewer, anonymous, 1)

    assert ballots(anonymous) == [1, 1, 0] and not Vote.objects.exists()
    columns = {field.name for field in Voter._meta.get_fields()} - {"votes"}
    assert columns == {"id", "poll", "person"}, "no time, no place in a row, nothing of the ballot"
    assert {voter.pk.version for voter in Voter.objects.all()} == {4}


def test_of_an_anonymous_vote_the_first_counts(bola, anonymous):
    for position in (2, 2, 3):
        vote(bola.viewer, anonymous, position)

    assert ballots(anonymous) == [0, 1, 0]


def test_every_row_of_the_poll_is_written_with_each_ballot(bola, anonymous, django_assert_num_queries):
    poll = Poll.objects.get(message=anonymous)

    assert Option.objects.filter(poll=poll).count() == 3
    with django_assert_num_queries(1) as asked:
        Option.objects.count_ballot(poll, [1])
    assert 'WHERE "hands_option"."poll_id"' in asked[0]["sql"], "all of the poll's, whichever was chosen"


def test_where_no_reaction_is_taken_no_vote_is(ada, bola, cem, dina, lounge, topic, named, anonymous):
    pause_person(by=dina.viewer, person=bola.person, span=timedelta(days=1), reason="Three times")
    grant_role(person=cem.person, kind=RoleKind.BARRED, scope=lounge.public_id, by=None)
    for who in (bola, cem):
        with pytest.raises(Refused):
            vote(who.viewer, named, 1)
    Space.objects.filter(pk=lounge.pk).update(frozen_at=timezone.now())
    with pytest.raises(Refused):
        vote(ada.viewer, anonymous, 1)
    Space.objects.filter(pk=lounge.pk).update(frozen_at=None)
    close_thread(by=ada.viewer, thread=topic)
    with pytest.raises(Refused):
        vote(ada.viewer, anonymous, 1)

    assert not Voter.objects.exists() and ballots(anonymous) == [0, 0, 0]


def test_a_poll_that_was_taken_back_takes_no_vote(ada, bola, named):
    delete_message(by=ada.viewer, message=named)

    with pytest.raises(Refused):
        vote(bola.viewer, named, 1)


def test_nobody_votes_where_they_may_not_read(ada, bola, alumni_room):
    message = make_poll(ada.viewer, make_thread(ada.viewer, alumni_room))

    with pytest.raises(Refused):
        vote(bola.viewer, message, 1)
    assert not Poll.objects.visible_to(bola.viewer).exists() and Poll.objects.visible_to(ada.viewer).exists()
