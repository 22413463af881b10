"""How often one is written to, and ending it from a letter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from network.access.answers import refuse
from network.access.door import keep_private
from network.notices.actions.preference import choose_mail, stop_mail
from network.notices.forms import PreferencesForm
from network.notices.unsubscribing import ForgedWord, covers, read_word
from network.people.models import User

EDIT = "network/notices/preference/edit.html"


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """Choose, and see what was chosen."""
    form = PreferencesForm(request.POST or None, person_id=request.user.pk)
    if request.method == "GET":
        return render(request, EDIT, {"form": form, "is_saved": request.GET.get("saved") == "1"})
    if not form.is_valid():
        return refuse(request, EDIT, {"form": form})
    choose_mail(by=request.viewer, paces=form.paces(), quiet=form.quiet())
    return redirect(f"{request.path}?saved=1")


@csrf_exempt
@require_http_methods(["GET", "POST"])
def unsubscribe(request: HttpRequest, word: str) -> HttpResponse:
    """A visit shows a page, a post acts, with or without cookies: mail programmes and scanners differ in that alone."""
    try:
        person, kind = read_word(word)
    except ForgedWord as problem:
        raise Http404 from problem
    if request.method == "POST" and (found := User.objects.filter(public_id=person).first()):
        stop_mail(person=found, kind=kind)
    context = {"is_done": request.method == "POST", "what": covers(kind)}
    response = keep_private(render(request, "network/notices/preference/unsubscribe.html", context))
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
