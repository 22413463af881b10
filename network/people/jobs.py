"""What the clock does to rights: a role that begins or ends by itself is announced like one that was changed."""

from datetime import timedelta

from django.utils import timezone

from network.people.models import Role, User
from network.people.signals import access_changed

# Twice the beat, so that a late tick misses nothing; announcing once more does no harm.
SPAN = timedelta(minutes=2)


def announce_turned_roles() -> None:
    """Look again at everybody whose role turned in the last two minutes."""
    now = timezone.now()
    turned = Role.objects.turned_between(now - SPAN, now)
    for person_id in turned.values_list("person_id", flat=True).distinct():
        access_changed.send_robust(User, person_id=person_id)


SCHEDULED = [("* * * * *", announce_turned_roles)]
