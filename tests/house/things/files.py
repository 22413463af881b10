"""Of uploads, and files under messages."""

from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from forum.desk.actions.report import report_message
from forum.talk.actions.message import delete_message
from forum.talk.models import Message
from network.access.audience import ALUMNI
from tests.factories.editorial import picture
from tests.factories.files import PDF, make_upload
from tests.factories.forum import make_space, make_thread, say


class Rewound(SimpleUploadedFile):
    """Read from its beginning each time: the whole cast sends the same one."""

    def read(self, *size):
        self.seek(0)
        return super().read(*size)


def paper_to_send(cast):
    return {"file": Rewound("paper.pdf", PDF)}


def words_and_paper(cast):
    return {"body": "Look", "files": [Rewound("paper.pdf", PDF)]}


def words_and_picture(cast):
    """A picture without a word of what it shows."""
    return {"body": "Look", "files": [Rewound("photo.jpg", picture())]}


def upload(cast):
    """Ada's, under no message yet."""
    return {"public_id": make_upload(cast.ada.viewer).public_id}


def attachment(cast):
    """Under a message of Ada's, where all members read."""
    return _of(_message(cast))


def alumni_attachment(cast):
    return _of(_message(cast, make_space(audience=ALUMNI)))


def hidden_attachment(cast):
    message = _message(cast)
    Message.objects.filter(pk=message.pk).update(hidden_at=timezone.now())
    return _of(message)


def case_file(cast):
    """Of a message of Ada's that Cem reported."""
    message = _message(cast)
    case = report_message(by=cast.cem.viewer, message=message, reason="other", words="", key=uuid4()).case
    return {"case_id": case.public_id} | _of(message)


def case_file_deleted(cast):
    """The same, after Ada has taken her message back."""
    found = case_file(cast)
    delete_message(by=cast.ada.viewer, message=Message.objects.get(attachments__public_id=found["public_id"]))
    return found


def _message(cast, space=None):
    return say(cast.ada.viewer, make_thread(cast.ada.viewer, space), uploads=[make_upload(cast.ada.viewer)])


def _of(message):
    return {"public_id": message.attachments.get().public_id}
