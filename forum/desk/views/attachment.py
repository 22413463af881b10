"""Files of a reported message, for whoever may decide it, whether or not the room is theirs."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from forum.desk.lists import files_of
from forum.desk.views.case import find_case
from forum.files.models import Upload
from forum.files.serving import send
from network.records.actions.log import record_staff_action


@require_safe
def full(request: HttpRequest, case_id: str, public_id: str) -> HttpResponse:
    """The file itself."""
    return send(_looked_at(request, case_id, public_id))


@require_safe
def small(request: HttpRequest, case_id: str, public_id: str) -> HttpResponse:
    """A picture's thumbnail."""
    return send(_looked_at(request, case_id, public_id), is_small=True)


def _looked_at(request: HttpRequest, case_id: str, public_id: str) -> Upload:
    """Through the case's sight. Each look is a line in the log."""
    case = find_case(request, case_id)
    found = files_of(case.message).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    record_staff_action(by=request.viewer, verb="read_file", about_id=case.message.author_id)
    return found.upload
