"""Adding somebody takes everybody's yes, and then their own."""

import pytest

from forum.direct.actions.invitation import ConversationFull, accept_invitation
from forum.direct.actions.leaving import leave_conversation
from forum.direct.actions.proposal import MOST_OPEN, TooManyProposals, agree, disagree, propose_person
from forum.direct.conversation import join
from forum.direct.jobs import pass_on
from forum.direct.models import Invitation, Proposal
from forum.direct.notices import PROPOSED
from forum.direct.participants import MOST_PEOPLE, present_in
from forum.talk.models import Thread
from network.access.viewer import viewer_of
from network.access.visible import Refused
from network.notices.models import Notice
from network.people.actions.shield import raise_shield
from network.people.actions.suspension import suspend
from network.people.models import ShieldLevel
from tests.factories.direct import add, list_for, make_conversation
from tests.factories.network import make_people, make_person


@pytest.fixture
def talk(ada, bola, cem) -> Thread:
    """Ada and Bola; Cem can be found."""
    list_for(cem.person)
    return make_conversation(bola.person, ada.person)


def reads(who, thread):
    return Thread.objects.visible_to(who.viewer).filter(pk=thread.pk).exists()


def asked(thread):
    return Invitation.objects.unanswered().filter(space=thread.space).count()


def test_everybody_says_yes_and_then_the_one_who_is_added(talk, ada, bola, cem):
    proposal = propose_person(by=bola.viewer, thread=talk, person=cem.person)
    assert Notice.objects.filter(person=ada.person, kind=PROPOSED.name).count() == 1
    assert (asked(talk), reads(cem, talk)) == (0, False)

    agree(by=ada.viewer, proposal=proposal)
    agree(by=ada.viewer, proposal=proposal)
    assert (asked(talk), reads(cem, talk)) == (1, False)

    invitation = Invitation.objects.unanswered().get(space=talk.space)
    pass_on.now(invitation.pk)
    accept_invitation(by=cem.viewer, invitation=invitation)
    assert reads(cem, talk)


def test_one_no_is_enough_and_is_not_told(talk, ada, bola, cem):
    proposal = propose_person(by=bola.viewer, thread=talk, person=cem.person)

    disagree(by=ada.viewer, proposal=proposal)
    agree(by=ada.viewer, proposal=proposal)

    assert asked(talk) == 0
    assert not Notice.objects.filter(person=bola.person, kind=PROPOSED.name).exists()
    assert cem.person.name not in bola.client.get(f"/m/t/{talk.public_id}/").content.decode()


def test_two_who_propose_the_same_person_have_agreed(talk, ada, bola, cem):
    propose_person(by=bola.viewer, thread=talk, person=cem.person)
    propose_person(by=ada.viewer, thread=talk, person=cem.person)

    assert (Proposal.objects.count(), asked(talk)) == (1, 1)


def test_a_leave_takes_its_own_proposals_along_and_waits_for_nobody(talk, ada, bola, cem, dina):
    list_for(dina.person)
    add(talk, cem.person)
    propose_person(by=bola.viewer, thread=talk, person=dina.person)
    agree(by=ada.viewer, proposal=Proposal.objects.get(person=dina.person))
    other = make_person("Ellis Roe")
    list_for(other)
    propose_person(by=cem.viewer, thread=talk, person=other)

    leave_conversation(by=cem.viewer, thread=talk)

    assert Invitation.objects.filter(space=talk.space, person=dina.person).count() == 1
    assert Proposal.objects.get(person=other).state == "dropped"


def test_whoever_came_meanwhile_is_asked_as_well(talk, ada, bola, cem, dina):
    proposal = propose_person(by=bola.viewer, thread=talk, person=cem.person)
    join(talk.space, dina.person)

    agree(by=ada.viewer, proposal=proposal)
    assert asked(talk) == 0
    agree(by=dina.viewer, proposal=proposal)
    assert asked(talk) == 1


def test_a_suspended_person_is_not_waited_for(talk, ada, bola, cem, dina):
    join(talk.space, dina.person)
    suspend(person=dina.person, by=None)

    agree(by=ada.viewer, proposal=propose_person(by=bola.viewer, thread=talk, person=cem.person))

    assert asked(talk) == 1


def test_who_hides_from_one_of_them_is_not_told_of_and_never_agreed(talk, ada, bola, cem):
    """To ask Ada about Cem, who hides from her, would tell her that he is a member."""
    raise_shield(person=cem.person, level=ShieldLevel.LISTS, other=ada.person)

    proposal = propose_person(by=bola.viewer, thread=talk, person=cem.person)

    assert not Notice.objects.filter(person=ada.person, kind=PROPOSED.name).exists()
    assert cem.person.name not in ada.client.get(f"/m/t/{talk.public_id}/").content.decode()
    with pytest.raises(Refused):
        agree(by=ada.viewer, proposal=proposal)


def test_whoever_is_in_no_conversation_proposes_nothing(talk, ada, cem, dina):
    with pytest.raises(Refused):
        propose_person(by=cem.viewer, thread=talk, person=dina.person)
    with pytest.raises(Refused):
        propose_person(by=dina.viewer, thread=talk, person=cem.person)


def test_eight_are_the_most(talk, ada, bola, cem):
    for person in make_people(MOST_PEOPLE - 3):
        join(talk.space, person)
    waiting = Invitation.objects.create(
        asker=bola.person, person=cem.person, name="Cem", space=talk.space, is_passed_on=True, key=talk.key
    )
    accept_invitation(by=cem.viewer, invitation=waiting)
    assert present_in(talk.space).count() == MOST_PEOPLE

    late = make_person("Ellis Roe")
    too_many = Invitation.objects.create(
        asker=ada.person, person=late, name="Ellis", space=talk.space, is_passed_on=True, key=talk.key
    )
    with pytest.raises(ConversationFull):
        accept_invitation(by=viewer_of(late), invitation=too_many)


def test_one_person_has_so_many_proposals_open(talk, bola):
    people = make_people(MOST_OPEN + 1)
    for person in people[:MOST_OPEN]:
        propose_person(by=bola.viewer, thread=talk, person=person)

    with pytest.raises(TooManyProposals):
        propose_person(by=bola.viewer, thread=talk, person=people[-1])
