"""The calm pages: what happened, and what to do."""

import logging
import sys
from secrets import token_hex

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

log = logging.getLogger("bali.errors")

READ_ONLY = "25006"
SOON_SECONDS = "10"
# The forms of sign-in and of the CMS hold secrets, which are repeated to nobody; nor is a field of such a name.
SECRET = ("/accounts/", "/cms/")
SECRETS = ("password", "passphrase", "code", "otp", "token", "csrf", "secret", "credential")
WRITTEN = {"body", "words", "title", "text", "message", "reason"}


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Something in the request could not be read."""
    return HttpResponse(get_template("400.html").render(), status=400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A right that is missing, where the thing's existence is no secret."""
    return render(request, "403.html", {"words": str(exception or "")}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same page for what is hidden and what never was: nothing of the request stands on it."""
    note_forged_change(request)
    return render(request, "404.html", {"current_path": "/", "current_branch": ""}, status=404)


def note_forged_change(request: HttpRequest) -> None:
    """Somebody would change what is not there for them, which no page of theirs offers. Who, and no more: the page or
    the thing would tell of whoever writes without a name."""
    person = getattr(getattr(request, "viewer", None), "person_id", None)
    if request.method == "POST" and request.path.startswith("/m/") and person:
        log.info("change_not_found", extra={"person_id": person})


def server_error(request: HttpRequest) -> HttpResponse:
    """No database, no context: a reference that stands in the log too."""
    reference = token_hex(4)
    if is_away(sys.exc_info()[1]):
        return away(request, reference)
    log.error("page_failed", extra={"reference": reference})
    return HttpResponse(get_template("500.html").render({"reference": reference}), status=500)


def is_away(error: BaseException | None) -> bool:
    """Whether this is the word of a database that is away, full, or takes nothing but questions for a time."""
    if isinstance(error, InternalError):
        return getattr(error.__cause__, "sqlstate", "") == READ_ONLY
    return isinstance(error, (OperationalError, InterfaceError))


def away(request: HttpRequest, reference: str) -> HttpResponse:
    """Nothing can be read or saved for a while. Whoever wrote something has their words back; a browser tries again."""
    log.error("database_away", extra={"reference": reference})
    facts = {"reference": reference, "is_saving": request.method == "POST", "words": words_of(request)}
    response = HttpResponse(get_template("503.html").render(facts), status=503)
    response["Retry-After"] = SOON_SECONDS
    response["Cache-Control"] = "no-store, private"
    return response


def words_of(request: HttpRequest) -> list[str]:
    """What somebody wrote into a form, as opposed to what they chose in it or what it carried along."""
    if request.path.startswith(SECRET):
        return []
    named = [(name, value.strip()) for name, values in request.POST.lists() for value in values]
    open_ones = [(name, value) for name, value in named if not any(one in name.lower() for one in SECRETS)]
    return [value for name, value in open_ones if value and (name in WRITTEN or len(value.split()) > 1)]


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that is too old, or was not ours."""
    return render(request, "403_csrf.html", status=403)
