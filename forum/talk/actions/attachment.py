"""Files under messages: taken in for a thread, put under a message with its words, and gone with it."""

from collections.abc import Sequence
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile

from forum.files.actions.upload import erase_uploads, put_upload
from forum.files.models import Upload
from forum.spaces.rules import why_paused
from forum.talk.models import Attachment, Message, Thread
from forum.talk.rules import can_post, why_no_answer
from network.access.viewer import Viewer
from network.access.visible import require


class FileGone(Exception):
    """It waited too long for its message."""

    def __init__(self) -> None:
        super().__init__("A file waited too long and is no longer here. Your words are kept: choose the file again.")


def put_file(*, by: Viewer, thread: Thread, file: UploadedFile, key: UUID) -> Upload:
    """Take a file in for a message in this thread. Raises Refused, and what `put_upload` raises."""
    require(can_post(by, thread), why_no_answer(by, thread) or why_paused(by))
    return put_upload(by=by, file=file, key=key)


def attach(message: Message, uploads: Sequence[Upload]) -> None:
    """Inside a transaction: put the author's uploads under a message. Raises FileGone.

    The uploads' rows are held: whoever clears away what stands under no message waits, and then finds this one.
    """
    asked = [upload.pk for upload in uploads]
    held = Upload.objects.select_for_update().kept().filter(owner_id=message.author_id, pk__in=asked).order_by("pk")
    if {upload.pk for upload in held} != set(asked):
        raise FileGone
    rows = [Attachment(message=message, upload_id=pk, position=place) for place, pk in enumerate(asked)]
    Attachment.objects.bulk_create(rows)
    message.has_beside = True
    message.save(update_fields=["has_beside"])


def has_just(message: Message, uploads: Sequence[Upload]) -> bool:
    """Whether these are the files under it. Only somebody who sends the same form again is asked for this."""
    under = set(message.attachments.values_list("upload_id", flat=True))
    return under == {upload.pk for upload in uploads}


def detach(message: Message) -> None:
    """Inside a transaction: take its files away, and erase what no other message shows."""
    shown = Upload.objects.filter(attachments__message=message)
    held = list(shown.select_for_update(of=("self",)).order_by("pk"))
    message.attachments.all().delete()
    # Asked after the rows are held: what was put under another message while we waited is found.
    elsewhere = set(Attachment.objects.filter(upload__in=held).values_list("upload_id", flat=True))
    erase_uploads([upload for upload in held if upload.pk not in elsewhere])
