"""Two who say yes in one moment: one conversation, one request, and never a ninth."""

from uuid import uuid4

import pytest

from forum.direct.actions import invitation as asking
from forum.direct.actions import proposal as adding
from forum.direct.actions.invitation import ConversationFull, Meant, accept_invitation, ask_to_talk
from forum.direct.actions.proposal import agree, propose_person
from forum.direct.conversation import join
from forum.direct.models import Invitation, Proposal
from forum.direct.participants import MOST_PEOPLE, present_in
from forum.spaces.models import Space
from network.access.viewer import viewer_of
from tests.factories.direct import ask, list_for, make_conversation
from tests.factories.network import make_people, make_person
from tests.faults.meeting import meeting_of

MANY = 6


def fresh(invitation):
    return Invitation.objects.select_related("asker", "space").get(pk=invitation.pk)


def test_a_yes_given_six_times_at_once_makes_one_conversation(ada, bola, at_once):
    list_for(ada.person)
    asked, viewer = ask(bola.person, ada.person), ada.viewer

    threads = at_once([lambda: accept_invitation(by=viewer, invitation=fresh(asked)).pk] * MANY)

    assert len(set(threads)) == 1 and Space.objects.count() == 1


@pytest.mark.parametrize("guarded", [True, False], ids=["held", "not held"])
def test_who_looks_before_the_other_has_written_is_kept_waiting(ada, bola, at_once, monkeypatch, guarded):
    """The guard is what makes the test above pass: without it both find the request waiting, and each begins."""
    list_for(ada.person)
    asked, viewer = ask(bola.person, ada.person), ada.viewer
    if not guarded:
        monkeypatch.setattr(asking, "transaction", Unguarded)
        monkeypatch.setattr(asking, "hold_people", lambda *_: None)
        monkeypatch.setattr(asking, "_of_these_two", after(meeting_of(2)))

    at_once([lambda: accept_invitation(by=viewer, invitation=fresh(asked)).pk] * 2)

    assert Space.objects.count() == (1 if guarded else 2)


class Unguarded:
    """A transaction as it must not be: every statement for itself."""

    @staticmethod
    def atomic():
        return Unguarded()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


def after(meet):
    """Between the look and the write the other looks as well."""

    def begin(*_):
        meet()
        return asking.begin()

    return begin


def test_asked_six_times_at_once_it_is_one_request(bola, at_once):
    viewer = bola.viewer

    def one():
        return ask_to_talk(by=viewer, meant=Meant("Nobody Known", None), words="", key=uuid4()).pk

    assert len(set(at_once([one] * MANY))) == 1


def test_two_proposals_of_one_person_at_once_are_one_with_both_yeses(ada, bola, cem, at_once):
    thread = make_conversation(bola.person, ada.person)
    list_for(cem.person)
    viewers = [ada.viewer, bola.viewer]

    proposals = at_once(
        [lambda viewer=viewer: propose_person(by=viewer, thread=thread, person=cem.person).pk for viewer in viewers]
    )

    assert len(set(proposals)) == 1
    assert Invitation.objects.filter(space=thread.space, person=cem.person).count() == 1


@pytest.fixture
def four(ada, bola, cem, dina):
    """A proposal in a conversation of four that wants two yeses more, and the two who may give them."""
    thread = make_conversation(bola.person, ada.person)
    for who in (cem, dina):
        join(thread.space, who.person)
    person = make_person("Ellis Roe")
    list_for(person)
    proposal = propose_person(by=bola.viewer, thread=thread, person=person)
    agree(by=dina.viewer, proposal=proposal)
    return proposal, [ada.viewer, cem.viewer]


def test_of_two_last_yeses_at_once_the_second_finds_the_first(four, at_once):
    proposal, viewers = four

    at_once([lambda viewer=viewer: agree(by=viewer, proposal=again(proposal)) for viewer in viewers])

    assert Invitation.objects.unanswered().filter(space=proposal.space).count() == 1


def again(proposal):
    return Proposal.objects.select_related("space", "proposer", "person").get(pk=proposal.pk)


@pytest.mark.services
def test_without_the_lock_each_overlooks_the_other_and_nobody_is_asked(four, at_once, monkeypatch):
    """The guard is what makes the test above pass. SQLite lets but one transaction write, so it needs no other lock."""
    proposal, viewers = four
    voted, counted, settle = meeting_of(2), meeting_of(2), adding.settle

    def after_both(one):
        voted()
        settle(one)
        # Neither commits before the other has counted, or the later one would find the earlier yes after all.
        counted()

    monkeypatch.setattr(adding, "hold", lambda space: space)
    monkeypatch.setattr(adding, "settle", after_both)
    at_once([lambda viewer=viewer: agree(by=viewer, proposal=again(proposal)) for viewer in viewers])

    assert Invitation.objects.unanswered().filter(space=proposal.space).count() == 0


def test_of_two_who_come_as_the_eighth_one_is_taken(ada, bola, at_once):
    thread = make_conversation(bola.person, ada.person)
    for person in make_people(MOST_PEOPLE - 3):
        join(thread.space, person)
    late = make_people(3)
    facts = {"space": thread.space, "is_passed_on": True}
    waiting = [
        Invitation.objects.create(asker=ada.person, person=person, name=person.name, key=uuid4(), **facts)
        for person in late
    ]
    viewers = [viewer_of(person) for person in late]

    answers = at_once(
        [
            lambda viewer=viewer, one=one: accept_invitation(by=viewer, invitation=fresh(one)).pk
            for viewer, one in zip(viewers, waiting, strict=True)
        ]
    )

    assert present_in(thread.space).count() == MOST_PEOPLE
    assert sum(isinstance(answer, ConversationFull) for answer in answers) == 2
