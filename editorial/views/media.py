"""The checked view: every picture and document, in every size, asks which pages show it."""

import mimetypes

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy

from editorial.models import BaliDocument, BaliImage, BaliRendition
from editorial.models.media import is_shown_to
from network.access.viewer import OUTSIDER

YEAR = 365 * 24 * 3600


@require_safe
def rendition(request: HttpRequest, rendition_id: int, filename: str) -> FileResponse:
    """One size of a picture. The stored name in the address keeps old copies apart from new ones."""
    found = get_object_or_404(BaliRendition.objects.select_related("image"), pk=rendition_id)
    if found.file.name.rsplit("/", 1)[-1] != filename:
        raise Http404
    return serve(request, found.image, found.file, image_policy)


@require_safe
def document(request: HttpRequest, document_id: int, filename: str) -> FileResponse:
    """A document, always as an attachment."""
    found = get_object_or_404(BaliDocument, pk=document_id)
    if found.filename != filename:
        raise Http404
    response = serve(request, found, found.file, document_policy)
    response["Content-Disposition"] = f'attachment; filename="{found.filename}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def serve(request: HttpRequest, thing: BaliImage | BaliDocument, file, policy: BasePermissionPolicy) -> FileResponse:
    """The bytes for whoever may read a page that shows the thing, or may edit it; for others it is not there."""
    is_public = is_shown_to(OUTSIDER, thing)
    may_edit = request.user.is_authenticated and policy.user_has_any_permission_for_instance(
        request.user, ["choose", "change"], thing
    )
    if not (is_public or is_shown_to(request.viewer, thing) or may_edit):
        raise Http404
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    try:
        response = FileResponse(file.open("rb"), content_type=kind)
    except FileNotFoundError:
        raise Http404 from None
    response["Cache-Control"] = f"public, max-age={YEAR}, immutable" if is_public else "no-store, private"
    if not is_public:
        response["Vary"] = "Cookie"
    return response
