"""Requests and conversations, made through the actions members use."""

from uuid import uuid4

from forum.direct.actions.invitation import Meant, accept_invitation, ask_to_talk
from forum.direct.actions.proposal import agree, propose_person
from forum.direct.actions.reachability import choose_reach
from forum.direct.jobs import pass_on
from forum.direct.models import Invitation, Proposal, Reach
from forum.direct.participants import voters_in
from forum.talk.models import Thread
from network.access.viewer import viewer_of
from network.directory.actions.profile import ensure_profile
from network.directory.models import Profile
from network.people.models import User


def list_for(person: User, *, asked_by: str = Reach.MEMBERS) -> None:
    """In the directory of all members, asked by whoever finds them there."""
    ensure_profile(person=person)
    Profile.objects.filter(person=person).update(is_listed=True, listed_to="members")
    choose_reach(by=viewer_of(person), asked_by=asked_by)


def ask(asker: User, person: User | None, words: str = "", *, name: str = "") -> Invitation:
    """Ask, and let the worker pass it on if it may."""
    meant = Meant(name or person.name, person)
    asked = ask_to_talk(by=viewer_of(asker), meant=meant, words=words, key=uuid4())
    pass_on.now(asked.pk)
    asked.refresh_from_db()
    return asked


def make_conversation(asker: User, person: User) -> Thread:
    """The two talk."""
    list_for(person)
    return accept_invitation(by=viewer_of(person), invitation=ask(asker, person))


def add(thread: Thread, person: User) -> Thread:
    """Everybody agrees, and the one who is asked does as well."""
    list_for(person)
    voters = [role.person for role in voters_in(thread.space).select_related("person").order_by("pk")]
    propose_person(by=viewer_of(voters[0]), thread=thread, person=person)
    for voter in voters[1:]:
        agree(by=viewer_of(voter), proposal=Proposal.objects.get(space=thread.space, person=person, state="open"))
    invitation = Invitation.objects.get(space=thread.space, person=person, state="asked")
    pass_on.now(invitation.pk)
    return accept_invitation(by=viewer_of(person), invitation=invitation)
