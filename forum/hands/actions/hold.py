"""Holding a message still while somebody raises a hand to it."""

from forum.spaces.models import Space
from forum.talk.actions.turn import is_still_open
from forum.talk.models import Message


def hold(message: Message) -> bool:
    """Takes the lock under which messages are taken back and threads closed. Whether it still stands in an open one."""
    Space.objects.select_for_update(no_key=True).only("pk").get(pk=message.space_id)
    return is_still_open(message.thread) and Message.objects.standing().filter(pk=message.pk).exists()
