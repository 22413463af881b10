"""Which facts of the rooms below ring the bell."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from forum.live.doorbell import Note, doorbell
from forum.live.sight import mark_of
from forum.talk.signals import space_changed, thread_moved
from network.people.models import User
from network.people.signals import access_changed


@receiver(space_changed, dispatch_uid="live.space_changed")
def ring_for_space(sender: Any, space_id: int, **details: Any) -> None:
    """Something in a space changed. Sent after commit."""
    doorbell.ring(Note(spaces={space_id}))


@receiver(thread_moved, dispatch_uid="live.thread_moved")
def ring_for_move(sender: Any, space_id: int, thread: str, **details: Any) -> None:
    """Its open pages must load themselves anew. Sent after commit."""
    doorbell.ring(Note(signals=[{"kind": "moved", "space": space_id, "thread": thread}]))


@receiver(access_changed, dispatch_uid="live.access_changed")
def ring_for_person(sender: Any, person_id: int, **details: Any) -> None:
    """A right came or went. Sent after commit."""
    doorbell.ring(Note(people={person_id}))


@receiver(post_delete, sender=Session, dispatch_uid="live.session_ended")
def ring_for_session(sender: Any, instance: Session, **details: Any) -> None:
    """Signed out here or from another device, or ended by staff: every way deletes the session's row."""
    mark = mark_of(instance.session_key)
    transaction.on_commit(lambda: doorbell.ring(Note(sessions={mark})), robust=True)


@receiver([password_changed, password_reset, password_set], dispatch_uid="live.password_changed")
def ring_for_password(sender: Any, user: User, **details: Any) -> None:
    """A new password ends the sessions opened with the old one."""
    person_id = user.pk
    transaction.on_commit(lambda: doorbell.ring(Note(people={person_id})), robust=True)


@receiver(post_delete, sender=User, dispatch_uid="live.person_erased")
def ring_for_erasure(sender: Any, instance: User, **details: Any) -> None:
    person_id = instance.pk
    transaction.on_commit(lambda: doorbell.ring(Note(people={person_id})), robust=True)
