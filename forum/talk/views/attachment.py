"""Files under messages: taken in ahead of their message, and served through sight of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from forum.files.actions.upload import TooLarge, TooManyUploads
from forum.files.forms import UploadForm
from forum.files.serving import send
from forum.files.storing import StorageAway
from forum.talk.actions.attachment import put_file
from forum.talk.actions.pace import PostingTooFast, TooManyLinks
from forum.talk.attaching import PROBLEMS
from forum.talk.forms import MessageForm
from forum.talk.models import Attachment, Thread
from network.access.answers import refuse
from network.access.visible import Refused, find
from network.records.incoming import NotTaken

TAKEN = "forum/files/upload/_taken.html"
PROBLEM = "forum/files/upload/_problem.html"
STATUS: dict[type[Exception], int] = {TooLarge: 413, NotTaken: 422, TooManyUploads: 429, StorageAway: 503}
STATUS |= {PostingTooFast: 429, TooManyLinks: 422}


def status_of(problem: Exception) -> int:
    """What a refusal is called in HTTP."""
    return STATUS.get(type(problem), 409)


def with_wait(response: HttpResponse, problem: Exception | None) -> HttpResponse:
    """With the time after which it may go, where that is what stood in the way."""
    if seconds := getattr(problem, "seconds", 0):
        response["Retry-After"] = str(seconds)
    return response


@require_POST
def upload(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take one file in before its message: an element places the answer in the composer."""
    thread = find(Thread.objects.select_related("space"), request.viewer, public_id)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return refuse(request, PROBLEM, {"form": form})
    try:
        made = put_file(by=request.viewer, thread=thread, **form.cleaned_data)
    except (*PROBLEMS, Refused) as problem:
        form.add_error("file", str(problem))
        return with_wait(refuse(request, PROBLEM, {"form": form}, status_of(problem)), problem)
    composer = MessageForm()
    composer.take([made])
    return render(request, TAKEN, {"form": composer})


@require_safe
def full(request: HttpRequest, public_id: str) -> HttpResponse:
    """The file of a message one sees."""
    return send(find(Attachment.objects.for_display(), request.viewer, public_id).upload)


@require_safe
def small(request: HttpRequest, public_id: str) -> HttpResponse:
    """A picture's thumbnail, on the same terms."""
    return send(find(Attachment.objects.for_display(), request.viewer, public_id).upload, is_small=True)
