"""How a file leaves: a picture to be looked at, a paper to be kept, and nothing to be run in our name."""

from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header

from forum.files.models import Upload


def send(upload: Upload, *, is_small: bool = False) -> HttpResponse:
    """The file, for whoever was found to have the right. Raises Http404 for a size there is not.

    No ETag, no date, no parts: nothing to ask a cache or a guess with.
    """
    file = upload.small if is_small else upload.full
    try:
        content = file.open("rb") if file else None
    except FileNotFoundError:
        content = None
    if content is None:
        raise Http404
    response = FileResponse(
        content, content_type=upload.media_type if upload.is_picture else "application/octet-stream"
    )
    response["Content-Disposition"] = content_disposition_header(not upload.is_picture, upload.name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
