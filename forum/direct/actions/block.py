"""Having nothing to do with somebody any more: no conversation, no request, no mention, no presence."""

from django.db import transaction

from forum.direct.actions.invitation import hold_people
from forum.direct.conversation import end, hold
from forum.direct.models import Invitation, InvitationState
from forum.direct.participants import conversations_of_two
from forum.direct.rules import can_block
from network.access.viewer import Viewer
from network.access.visible import require
from network.people.actions.block import lift_block, raise_block
from network.people.models import Block, User


def block_person(*, by: Viewer, person: User) -> Block:
    """End what the two have between them. The other reads what they could read, and finds a conversation that has
    ended, as after a leave."""
    require(can_block(by, person))
    with transaction.atomic():
        hold_people(by.person_id or 0, person.pk)
        block = raise_block(person=User.objects.get(pk=by.person_id or 0), other=person)
        for space in conversations_of_two(by.person_id or 0, person.pk).order_by("pk"):
            end(hold(space))
        asked = Invitation.objects.unanswered()
        asked.filter(asker=person, person_id=by.person_id).update(is_passed_on=False)
        asked.filter(asker_id=by.person_id, person=person).update(state=InvitationState.WITHDRAWN)
    return block


def unblock_person(*, by: Viewer, person: User) -> None:
    """Be asked by them again, and ask. What has ended stays so."""
    require(can_block(by, person))
    lift_block(person=User.objects.get(pk=by.person_id or 0), other=person)
