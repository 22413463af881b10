"""Sign-in's refusals carry the status they mean, though the library answers all of them with 200."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

ACCOUNTS = "/accounts/"
WAIT_SECONDS = "300"


def refusals(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware. A form with errors is a 422; one refused because somebody tried too often is a 429."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method != "POST" or not request.path.startswith(ACCOUNTS) or response.status_code != 200:
            return response
        if getattr(request, "tried_too_often", False):
            response.status_code = 429
            response["Retry-After"] = WAIT_SECONDS
        elif _has_errors(response):
            response.status_code = 422
        return response

    return answer


def _has_errors(response: HttpResponse) -> bool:
    context = getattr(response, "context_data", None) or {}
    return any(context[name].errors for name in ("form", "verify_form") if context.get(name) is not None)
