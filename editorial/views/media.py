"""Files leave here or nowhere: for those who see a live page that shows one, or may choose it in the CMS."""

from django.db.models import Model
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy

from editorial.models.media import BaliDocument, BaliRendition, is_shown_to
from editorial.rules import can_enter_cms
from network.access.viewer import OUTSIDER

PUBLIC_FOR = "public, max-age=300"
RIGHTS = ["choose", "change", "add"]


@require_safe
def rendition(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One size of an image, that was asked for by a template of ours. A size nobody made does not exist."""
    found = BaliRendition.objects.select_related("image").filter(pk=pk).first()
    if found is None or found.file.name.rsplit("/", 1)[-1] != name:
        raise Http404
    caching = _caching(request, found.image, image_policy)
    return _sent(FileResponse(_opened(found)), caching)


@require_safe
def document(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """A document, always to be kept and never to be shown: it must not run in our name."""
    found = BaliDocument.objects.filter(pk=pk).first()
    if found is None or found.filename != name:
        raise Http404
    caching = _caching(request, found, document_policy)
    response = FileResponse(_opened(found), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, found.filename)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return _sent(response, caching)


def _caching(request: HttpRequest, thing: Model, policy) -> str:
    """How the answer may be kept. Raises Http404 for those who may not have it, as for what never was."""
    if is_shown_to(OUTSIDER, thing):
        return PUBLIC_FOR
    viewer, user = request.viewer, request.user
    # Groups may outlive a role by a moment; the role itself never does.
    has_office = can_enter_cms(viewer) or user.is_superuser
    if is_shown_to(viewer, thing) or (has_office and policy.user_has_any_permission_for_instance(user, RIGHTS, thing)):
        return "private, no-store"
    raise Http404


def _opened(thing):
    try:
        return thing.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None


def _sent(response: FileResponse, caching: str) -> FileResponse:
    response["Cache-Control"] = caching
    response["X-Content-Type-Options"] = "nosniff"
    return response
