import pytest
from django.db import DatabaseError, transaction

from network.access.viewer import OUTSIDER
from network.access.visible import Refused
from network.records.actions.log import record_staff_action
from network.records.models import StaffAction


def test_what_staff_did_is_noted(finn, eve):
    record_staff_action(by=finn.viewer, verb="admitted", about_id=eve.person.pk, reason="known to the office")

    line = StaffAction.objects.get()
    assert (line.by_id, line.verb, line.about_id) == (finn.person.pk, "admitted", eve.person.pk)


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_rewrite_the_log(finn, eve, change):
    record_staff_action(by=finn.viewer, verb="admitted", about_id=eve.person.pk)
    lines = StaffAction.objects.all()

    with pytest.raises(DatabaseError), transaction.atomic():
        lines.update(verb="declined") if change == "update" else lines.delete()

    assert StaffAction.objects.get().verb == "admitted"


def test_nobody_is_no_staff():
    with pytest.raises(Refused):
        record_staff_action(by=OUTSIDER, verb="looked", about_id=1)
