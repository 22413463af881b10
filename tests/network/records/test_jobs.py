"""The log lets go of what is past its time, and of nothing else, whoever asks."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from network.records.jobs import forget_lines
from network.records.keeping import KEPT
from network.records.models import StaffAction

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def lines(finn):
    """One well past its time, one whose time has just come, and one that has an hour left."""
    since = timezone.now() - KEPT
    facts = {"by_id": finn.person.pk, "verb": "looked"}
    made = [
        StaffAction(done_at=at, reason=reason, **facts)
        for at, reason in ((since - A_DAY - AN_HOUR, "past"), (since, "just now"), (since + AN_HOUR, "not yet"))
    ]
    return StaffAction.objects.bulk_create(made)


def test_lines_go_after_24_months(lines):
    forget_lines.now()
    forget_lines.now()

    assert [line.reason for line in StaffAction.objects.filter(verb="looked").order_by("pk")] == ["just now", "not yet"]


def test_the_database_lets_go_of_no_line_before_and_rewrites_none_ever(lines):
    with pytest.raises(DatabaseError), transaction.atomic():
        StaffAction.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        StaffAction.objects.filter(reason="past").update(reason="otherwise")

    assert StaffAction.objects.filter(verb="looked").count() == 3
