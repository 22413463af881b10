"""Taking a file in, saying what it shows, and taking it out again."""

from collections.abc import Iterable
from datetime import timedelta
from math import ceil
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone

from forum.files.bounds import DAY, HOUR, LARGEST, LARGEST_A_DAY, MOST_AN_HOUR
from forum.files.incoming import Incoming, prepare
from forum.files.jobs import erase_files
from forum.files.models import Upload
from forum.files.models.upload import UploadQuerySet
from forum.files.rules import can_upload
from forum.files.storing import stored
from network.access.viewer import Viewer
from network.access.visible import require
from network.people.models import User
from network.records.incoming import NotTaken


class TooLarge(NotTaken):
    """More than one file may have."""


class TooManyUploads(Exception):
    """The hour's files or the day's bytes are used up. `seconds` says when there is room again."""

    def __init__(self, seconds: int, why: str) -> None:
        minutes = ceil(seconds / 60)
        super().__init__(f"{why} You can upload again in {minutes} minute{'' if minutes == 1 else 's'}.")
        self.seconds = seconds


def put_upload(*, by: Viewer, file: UploadedFile, key: UUID) -> Upload:
    """Keep a file for a message of this person's. The same key twice is the same upload.

    Raises Refused, TooLarge, NotTaken, TooManyUploads, or StorageAway when it cannot be written at this moment.
    """
    require(can_upload(by))
    if earlier := Upload.objects.visible_to(by).filter(key=key).first():
        return earlier
    if (file.size or 0) > LARGEST:
        raise TooLarge("Choose files of at most 10 MB each.")
    # Asked before the work as well: whoever has used up their share costs nothing more.
    check_share(by, file.size or 0)
    incoming = prepare(file)
    try:
        return _store(by, incoming, key)
    except IntegrityError:
        # The same file arrived twice at once, and the other one was first.
        if earlier := Upload.objects.visible_to(by).filter(key=key).first():
            return earlier
        raise


def _store(by: Viewer, incoming: Incoming, key: UUID) -> Upload:
    """The files first, then the row: a full disk leaves no row without a file."""
    with stored(incoming.contents) as places, transaction.atomic():
        User.objects.select_for_update(no_key=True).only("pk").get(pk=by.person_id or 0)
        check_share(by, incoming.facts["size"])
        return Upload.objects.create(owner_id=by.person_id, key=key, **incoming.facts, **places)


def check_share(by: Viewer, size: int) -> None:
    """Raises TooManyUploads. Under the person's row it holds against another tab at the same moment."""
    now = timezone.now()
    lately = Upload.objects.made_since(by.person_id, now - HOUR)
    if lately.count() >= MOST_AN_HOUR:
        raise TooManyUploads(_wait(lately, HOUR), f"You have uploaded {MOST_AN_HOUR} files in an hour.")
    today = Upload.objects.made_since(by.person_id, now - DAY)
    if (today.aggregate(total=Sum("size"))["total"] or 0) + size > LARGEST_A_DAY:
        raise TooManyUploads(_wait(today, DAY), "With this file you would have uploaded more than 100 MB in a day.")


def _wait(uploads: UploadQuerySet, span: timedelta) -> int:
    first = uploads.order_by("uploaded_at").values_list("uploaded_at", flat=True)[0]
    return max(1, ceil((first + span - timezone.now()).total_seconds()))


def describe_upload(*, by: Viewer, upload: Upload, alt: str, is_decorative: bool) -> Upload:
    """Say what a picture shows, or that it shows nothing that matters."""
    require(upload.owner_id == by.person_id)
    upload.alt, upload.is_decorative = alt, is_decorative
    upload.save(update_fields=["alt", "is_decorative"])
    return upload


def erase_uploads(uploads: Iterable[Upload]) -> None:
    """Inside a transaction: their words at once, their files by a job of the same transaction.

    For whoever knows that nothing shows them any more. The row stays for a day, so that what was taken back counts.
    """
    going = list(uploads)
    places = [file.name for upload in going for file in (upload.full, upload.small) if file]
    words = {"name": "", "alt": "", "full": "", "small": "", "erased_at": timezone.now()}
    Upload.objects.filter(pk__in=[upload.pk for upload in going]).update(**words)
    if places:
        erase_files.later(places)
