"""What ends open sessions: a new password, a changed second factor, a suspension. And what proves a second factor."""

from functools import partial
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_out
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest

from network.people.models import User
from network.people.signals import access_changed


@receiver([password_changed, password_reset, password_set, authenticator_added, authenticator_removed])
def end_other_sessions(sender: Any, request: HttpRequest, user: User, **_: Any) -> None:
    """Whoever else is signed in as this person is signed in no more (A13)."""
    here = request.session.session_key
    for session in UserSession.objects.filter(user=user).exclude(session_key=here):
        session.end()


@receiver(authenticator_added)
def believe_new_factor(sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **_: Any) -> None:
    """Whoever has just set up an app or a passkey has shown it: the desks need not ask again at once."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)


@receiver(user_logged_out)
def forget_session(sender: Any, request: HttpRequest, user: User | None, **_: Any) -> None:
    """The list of devices loses this one at once."""
    for session in UserSession.objects.filter(session_key=request.session.session_key or ""):
        session.delete()


@receiver(post_delete, sender=UserSession, dispatch_uid="people.session_ended")
def announce_end_of_session(sender: Any, instance: UserSession, **_: Any) -> None:
    """Rooms above look again at what they hold open for that person."""
    tell = partial(access_changed.send_robust, User, person_id=instance.user_id)
    transaction.on_commit(lambda: tell() and None, robust=True)


@receiver(post_save, sender=User, dispatch_uid="people.end_suspended")
def end_sessions_of_suspended(sender: Any, instance: User, **_: Any) -> None:
    """A suspended person's sessions end with the suspension (A05)."""
    if not instance.is_active:
        for session in UserSession.objects.filter(user=instance):
            session.end()
