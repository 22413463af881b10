"""Folding away a message, or what somebody says, for oneself alone."""

from forum.folds.models import Fold
from forum.folds.rules import can_fold
from forum.talk.models import Message
from network.access.viewer import Viewer
from network.access.visible import require
from network.people.actions.mute import lift_mute, raise_mute
from network.people.models import User


def fold_away(*, by: Viewer, message: Message, folds: bool = True, mutes: bool = False) -> None:
    """Fold this message, all its author says, or both. Done twice, it is done. Raises Refused."""
    require(can_fold(by, message))
    if folds:
        # It is no change of the message, so nobody is told of any. Once, even where two tabs do it at once.
        Message.objects.filter(pk=message.pk, has_folds=False).update(has_folds=True)
        Fold.objects.bulk_create([Fold(person_id=by.person_id or 0, message=message)], ignore_conflicts=True)
    if mutes and message.author is not None:
        raise_mute(person_id=by.person_id or 0, other=message.author)


def unfold(*, by: Viewer, message: Message) -> None:
    """Read it again. What its author says besides stays as it is."""
    Fold.objects.visible_to(by).filter(message=message).delete()


def read_again(*, by: Viewer, person: User) -> None:
    """Read somebody again whom one has muted."""
    lift_mute(person_id=by.person_id or 0, other=person)
