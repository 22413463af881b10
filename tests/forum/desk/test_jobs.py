"""What nobody has decided in time is brought to the network lead, once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from forum.desk.actions.report import report_message
from forum.desk.jobs import escalate_overdue
from forum.desk.models import Case, ReportReason
from network.notices.models import Notice
from network.people.models import RoleKind
from tests.factories.forum import make_thread
from tests.factories.network import make_person


@pytest.fixture
def owner(db):
    return make_person("Kemi Ojo", roles=((RoleKind.OWNER, ""),))


@pytest.fixture
def case(ada, bola):
    message = make_thread(ada.viewer).messages.get()
    facts = {"reason": ReportReason.OTHER, "words": "", "key": uuid4()}
    return report_message(by=bola.viewer, message=message, **facts).case


def told(person):
    return list(Notice.objects.filter(person=person).values_list("kind", flat=True))


def late(case):
    Case.objects.filter(pk=case.pk).update(due_at=timezone.now() - timedelta(minutes=1))


def test_an_owner_is_told_once_of_what_is_late(owner, case):
    late(case)

    escalate_overdue()
    escalate_overdue()

    assert told(owner) == ["desk.late"]


def test_what_is_in_time_or_decided_is_nobodys_trouble(owner, case):
    escalate_overdue()
    late(case)
    Case.objects.filter(pk=case.pk).update(state="kept", decided_at=timezone.now())
    escalate_overdue()

    assert told(owner) == []
