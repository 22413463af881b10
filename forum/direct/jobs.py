"""Passing a request on, where nobody waits for it: so no answer and no answer's time tells who takes requests."""

from django.db import transaction

from forum.direct.models import Invitation
from forum.direct.notices import ASKED
from forum.direct.rules import takes_request
from network.jobs.registry import job, scheduled
from network.notices.actions.tell import tell


@job(attempts=12)
def pass_on(invitation_id: int) -> None:
    """Tell the one it is for, if they take requests of whoever asks. Killed half-way, the next attempt does it."""
    with transaction.atomic():
        waiting = Invitation.objects.waiting().lasting().filter(pk=invitation_id, is_passed_on=False)
        invitation = waiting.select_for_update(of=("self",)).select_related("asker", "person").first()
        if invitation is None or invitation.person is None or not takes_request(invitation):
            return
        Invitation.objects.filter(pk=invitation.pk).update(is_passed_on=True)
        tell(person=invitation.person, kind=ASKED, ref=invitation.public_id, key=f"direct.asked:{invitation.pk}")


@scheduled("40 3 * * *")
def forget_past() -> None:
    """Requests are kept for thirty days, answered or not."""
    Invitation.objects.past().delete()
