"""What ends open sessions: a new password, a changed second factor, a suspension."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.usersessions.models import UserSession
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.http import HttpRequest

from network.people.models import User


@receiver([password_changed, password_reset, password_set, authenticator_added, authenticator_removed])
def end_other_sessions(sender: Any, request: HttpRequest, user: User, **_: Any) -> None:
    """Whoever else is signed in as this person is signed in no more (safety standard, B05)."""
    here = request.session.session_key
    for session in UserSession.objects.filter(user=user).exclude(session_key=here):
        session.end()


@receiver(post_save, sender=User, dispatch_uid="people.end_suspended")
def end_sessions_of_suspended(sender: Any, instance: User, **_: Any) -> None:
    """A suspended person's sessions end with the suspension (A05, W07)."""
    if not instance.is_active:
        for session in UserSession.objects.filter(user=instance):
            session.end()
