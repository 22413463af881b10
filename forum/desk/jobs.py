"""What the clock does at the moderators' table."""

from django.db import transaction
from django.utils import timezone

from forum.concerns.actions.lead import leads_for
from forum.concerns.models import matters
from forum.desk.notices import LATE
from network.notices.actions.tell import tell

AT_ONCE = 100


def escalate_overdue() -> None:
    """Tell the network lead, once, of each matter that nobody has decided in time (features, MO-14).

    Killed half-way, the next turn tells the rest: a matter and who is told of it are marked together.
    """
    for kind in matters():
        for matter in kind.objects.overdue().order_by("due_at", "pk")[:AT_ONCE]:
            with transaction.atomic():
                if kind.objects.overdue().filter(pk=matter.pk).update(escalated_at=timezone.now()):
                    for lead in leads_for(matter):
                        key = f"{LATE.name}:{matter.NOUN}:{matter.pk}"
                        tell(person=lead, kind=LATE, ref=matter.public_id, key=key)


SCHEDULED = [("*/10 * * * *", escalate_overdue)]
