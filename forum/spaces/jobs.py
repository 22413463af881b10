"""What is forgotten about those who moderate and whom they held back."""

from django.db.models.functions import Coalesce

from forum.spaces.models import HoldOrder
from network.jobs.registry import scheduled
from network.records.keeping import kept_since


@scheduled("0 4 * * *")
def forget_orders() -> None:
    """24 months after its end an order to look at somebody's messages first goes. Run twice or half-way, nothing is
    missed. A pause goes with what it was decided in, above."""
    ended = HoldOrder.objects.exclude(pk__in=HoldOrder.objects.running().values("pk"))
    # Of some orders that ran out of messages before their end was noted it is not known when.
    ended = ended.annotate(ended_at=Coalesce("lifted_at", "ends_at", "begun_at"))
    ended.filter(ended_at__lt=kept_since()).delete()
