"""An account that nobody has proved yet holds what anybody may have typed."""

from django.db import transaction

from network.membership.models import Agreement, AllyRequest, Claim, Pledge, RequestState
from network.people.joining import keep_name
from network.people.models import User


@transaction.atomic
def forget_what_was_typed(*, person: User) -> bool:
    """Clear name, request, claim, pledge and consents of an unproved account; the questions are asked anew.

    The proof of the address is the whole right to it, so nobody's `by`. Gives whether there was anything.
    """
    unproved = [kind.objects.filter(person=person, state=RequestState.UNPROVED) for kind in (AllyRequest, Claim)]
    if not any(cases.exists() for cases in unproved):
        return False
    for rows in (*unproved, Pledge.objects.filter(person=person), Agreement.objects.filter(person=person)):
        rows.delete()
    keep_name(user=person, name="")
    return True
