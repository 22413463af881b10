"""How one is seen and spoken to in discussions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from forum.talk.actions.habits import choose_habits
from forum.talk.forms import HabitsForm
from forum.talk.models import Habits
from network.access.answers import refuse
from network.access.visible import hide_unless

EDIT = "forum/talk/habits/edit.html"


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    """Choose, and see what was chosen."""
    hide_unless(request.viewer.is_member)
    form = HabitsForm(request.POST or None, initial=vars(Habits.objects.of(request.viewer.person_id)))
    if request.method == "GET":
        return render(request, EDIT, {"form": form, "is_saved": request.GET.get("saved") == "1"})
    if not form.is_valid():
        return refuse(request, EDIT, {"form": form})
    choose_habits(by=request.viewer, **form.cleaned_data)
    return redirect(f"{request.path}?saved=1")
