"""From a composer to its uploads: those it names, and those it has just brought."""

from hashlib import sha256
from uuid import UUID, uuid5

from django.core.files.uploadedfile import UploadedFile

from forum.files.actions.upload import TooManyUploads, describe_upload
from forum.files.bounds import MOST_A_MESSAGE
from forum.files.forms import TOO_MANY
from forum.files.models import Upload
from forum.files.storing import StorageAway
from forum.talk.actions.attachment import FileGone, put_file
from forum.talk.forms import MessageForm
from forum.talk.models import Thread
from network.access.once import key_in
from network.access.viewer import Viewer
from network.access.visible import Refused
from network.records.incoming import NotTaken

PROBLEMS = (NotTaken, TooManyUploads, StorageAway)


def take_files(viewer: Viewer, thread: Thread, form: MessageForm) -> Exception | None:
    """Take in what was chosen, so that it is kept whatever else is wrong with the form. Gives what went wrong with a
    file, if anything: the form says it too."""
    form.full_clean()
    named, chosen = form.cleaned_data.get("uploads", []), form.cleaned_data.get("files", [])
    uploads = own_uploads(viewer, named)
    are_too_many = len(uploads) + len(chosen) > MOST_A_MESSAGE
    problem = None if are_too_many else _put(viewer, thread, form, uploads)
    form.take(uploads)
    if problem is not None:
        form.add_error("body" if isinstance(problem, Refused) else "files", str(problem))
    elif are_too_many:
        form.add_error("files", TOO_MANY)
    elif len(uploads) < len(named):
        form.add_error("files", str(FileGone()))
    return problem


def _put(viewer: Viewer, thread: Thread, form: MessageForm, uploads: list[Upload]) -> Exception | None:
    """Take in what was chosen, after the uploads named: up to the first that is refused, and why."""
    form_key = key_in(form.data.get("key"))
    try:
        for place, file in enumerate(form.cleaned_data.get("files", [])):
            uploads.append(put_file(by=viewer, thread=thread, file=file, key=_key_of(form_key, place, file)))
    except (*PROBLEMS, Refused) as problem:
        return problem
    return None


def own_uploads(viewer: Viewer, ids: list[str]) -> list[Upload]:
    """In the order of the form."""
    found = {upload.public_id: upload for upload in Upload.objects.visible_to(viewer).filter(public_id__in=ids)}
    return [found[one] for one in dict.fromkeys(ids) if one in found]


def describe(viewer: Viewer, form: MessageForm) -> list[Upload]:
    """Keep what was said of each picture of a good form, and give its uploads."""
    for chosen in form.chosen():
        if chosen.upload.is_picture:
            alt, is_decorative = (form.cleaned_data[field.name] for field in (chosen.alt, chosen.is_decorative))
            describe_upload(by=viewer, upload=chosen.upload, alt=alt, is_decorative=is_decorative)
    return [chosen.upload for chosen in form.chosen()]


def _key_of(form_key: UUID, place: int, file: UploadedFile) -> UUID:
    """The same file in the same place of the same form is the same upload, however often it is sent."""
    digest = sha256()
    for part in file.chunks():
        digest.update(part)
    return uuid5(form_key, f"{place}:{digest.hexdigest()}")
