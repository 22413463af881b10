from uuid import uuid4

import pytest
from django.urls import reverse

from forum.desk.actions.decision import REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.talk.actions.message import delete_message
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from network.records.models import StaffAction
from tests.factories.files import make_upload, paper
from tests.factories.forum import make_thread, say


@pytest.fixture
def shown(ada, alumni_room):
    """Ada's message with a picture, where Dina does not read."""
    return say(ada.viewer, make_thread(ada.viewer, alumni_room), "Look", uploads=[make_upload(ada.viewer)])


@pytest.fixture
def case(cem, shown):
    grant_role(person=cem.person, kind=RoleKind.ALUMNA, scope="C12", by=None)
    return report_message(by=cem.viewer, message=shown, reason="other", words="", key=uuid4()).case


def sizes_of(case, message) -> list[str]:
    one = message.attachments.get().public_id
    return [reverse(name, args=[case.public_id, one]) for name in ("case_file", "case_file_small")]


def test_a_moderator_with_the_case_sees_the_files_and_each_look_is_logged(dina, shown, case):
    page = dina.client.get(reverse("case", args=[case.public_id])).text

    for address in sizes_of(case, shown):
        assert address in page
        assert dina.client.get(address).status_code == 200
    assert dina.client.get(reverse("attachment", args=[shown.attachments.get().public_id])).status_code == 404
    assert StaffAction.objects.filter(by=dina.person, verb="read_file").count() == 2


def test_they_stay_with_the_case_after_the_message_is_hidden_and_go_when_it_is_deleted(ada, dina, shown, case):
    addresses = sizes_of(case, shown)
    decide_case(by=dina.viewer, case=case, decision=REMIND, reason="Logged", words="Hello Ada.")
    hidden = [dina.client.get(address).status_code for address in addresses]
    shown.refresh_from_db()
    shown.hidden_at = None
    shown.save(update_fields=["hidden_at"])
    delete_message(by=ada.viewer, message=shown)

    assert hidden == [200, 200]
    assert [dina.client.get(address).status_code for address in addresses] == [404, 404]


def test_a_case_opens_no_other_messages_files(ada, cem, dina, shown, case):
    other = say(ada.viewer, shown.thread, uploads=[make_upload(ada.viewer, paper())])

    address = reverse("case_file", args=[case.public_id, other.attachments.get().public_id])
    assert dina.client.get(address).status_code == 404
    assert cem.client.get(sizes_of(case, shown)[0]).status_code == 404
