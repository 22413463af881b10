from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from forum.live.limits import Why
from forum.talk.changes import cursor_now
from tests.live import Listener, listen_together, ticket_for


# Where nobody knows of the end, they read on until the house closes.
@pytest.mark.parametrize(("knows_its_end", "why"), [(True, Why.RIGHT_LOST), (False, Why.RESTART)])
def test_a_role_that_ends_by_the_clock_ends_the_reading_within_a_heartbeat(knows_its_end, why, bola, lounge):
    ends = timezone.now() + timedelta(minutes=10)
    bola.person.roles.update(ends_at=ends)
    listener = Listener(ticket_for(bola, lounge), cursor_now(bola.viewer, lounge))
    if not knows_its_end:
        listener.ticket = replace(listener.ticket, viewer=replace(listener.ticket.viewer, holds_until=None))
    # No other reason to look again: they were looked at a moment ago.
    listener.looked_at = float("inf")

    with time_machine.travel(ends + timedelta(seconds=1)):
        listen_together([listener], lambda: None, heartbeat=0.02, silence=0.5)

    assert listener.why == why
