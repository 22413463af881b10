"""What is published and handed over does not change by what is forgotten: that is older than any of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.desk.actions.decision import KEEP, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import Case
from forum.oversight.jobs import forget_decided
from forum.oversight.record import decisions, months
from network.records.keeping import KEPT
from tests.factories.forum import make_thread, say

A_YEAR = timedelta(days=365)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(timezone.now() - 4 * A_YEAR, tick=False) as traveller:
        yield traveller


@pytest.fixture
def decided(ada, bola, dina):
    """`decided(12)`: so many messages that were reported, and nothing had to be done."""

    def decide(how_many):
        for message in [say(ada.viewer, make_thread(ada.viewer)) for _ in range(how_many)]:
            words = {"reason": "other", "words": "", "key": uuid4()}
            case = report_message(by=bola.viewer, message=message, **words).case
            decide_case(by=dina.viewer, case=case, decision=KEEP, reason="Nothing")

    return decide


def record(viewer):
    now = timezone.now()
    return decisions(viewer, now - KEPT, now), months(viewer)


def test_the_numbers_of_twelve_months_and_the_record_of_24_stay_as_they_were(kemi, decided, clock):
    decided(3)
    clock.shift(A_YEAR + timedelta(days=60))
    decided(10)
    clock.shift(A_YEAR - timedelta(days=30))
    before = record(kemi.viewer)
    assert (len(before[0]), max(month.received for month in before[1])) == (10, 10)

    forget_decided.now()

    assert Case.objects.count() == 10
    assert record(kemi.viewer) == before
