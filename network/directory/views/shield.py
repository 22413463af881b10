"""Whom one does not want to be seen by, in plain words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from network.access.visible import hide_unless
from network.directory.forms import ShieldForm
from network.people.actions.shield import lower_shield, raise_shield
from network.people.models import Shield


@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """One's shields, and a form to raise one."""
    hide_unless(request.viewer.is_member)
    form = ShieldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        raise_shield(person=request.user, **form.cleaned_data)
        return redirect("shields")
    shields = Shield.objects.filter(person=request.user).select_related("organisation", "other").order_by("pk")
    context = {"form": form, "shields": shields}
    status = 422 if request.method == "POST" else 200
    return render(request, "network/directory/shield/list.html", context, status=status)


@require_POST
def lower(request: HttpRequest, shield_id: int) -> HttpResponse:
    """Be seen again."""
    lower_shield(shield=get_object_or_404(Shield, pk=shield_id, person=request.user))
    return redirect("shields")
