"""Telling readers that something about a message changed which is not the message."""

from forum.spaces.models import Space
from forum.talk.actions.turn import announce
from forum.talk.models import Message, Touch


def touch_message(message: Message, *, author_id: int | None) -> None:
    """Inside a transaction: readers get the message anew, those alone who see its toucher. None: everybody.

    Takes the space's next version, so it comes last in its transaction.
    """
    version = Space.objects.get(pk=message.space_id).advance()
    if author_id is None:
        # A unique pair lets a second row without an author pass; the space's lock does not.
        found = Touch.objects.filter(message=message, author=None)
        if not found.update(version=version):
            Touch.objects.create(space_id=message.space_id, message=message, version=version)
    else:
        facts = {"space_id": message.space_id, "version": version}
        Touch.objects.update_or_create(message=message, author_id=author_id, defaults=facts)
    if not message.has_beside:
        Message.objects.filter(pk=message.pk).update(has_beside=True)
        message.has_beside = True
    announce(message.space_id)
