"""Adding somebody to a conversation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from forum.direct.actions.proposal import TooManyProposals, agree, disagree, propose_person
from forum.direct.forms import AnswerForm, ProposalForm
from forum.direct.models import Proposal
from forum.direct.rules import can_propose
from forum.direct.views.leaving import find_conversation
from network.access.answers import refuse
from network.access.visible import Refused, find, hide_unless
from network.directory.views.profile import slow_down

NEW = "forum/direct/proposal/new.html"


@require_http_methods(["GET", "POST"])
@slow_down
def new(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who should join."""
    thread = find_conversation(request, public_id)
    hide_unless(can_propose(request.viewer, thread))
    form = ProposalForm(request.POST if request.method == "POST" else None, viewer=request.viewer)
    context = {"thread": thread, "form": form}
    if request.method == "GET" or not form.is_valid():
        return render(request, NEW, context, status=200 if request.method == "GET" else 422)
    try:
        propose_person(by=request.viewer, thread=thread, person=form.cleaned_data["name"])
    except (TooManyProposals, Refused) as problem:
        form.add_error("name", str(problem))
        return refuse(request, NEW, context, status=409)
    return to_conversation(public_id)


@require_POST
def answer(request: HttpRequest, thread_id: str, public_id: str) -> HttpResponse:
    """Yes or no."""
    thread = find_conversation(request, thread_id)
    proposal = find(Proposal.objects.filter(space=thread.space).select_related("space"), request.viewer, public_id)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    say = agree if form.cleaned_data["answer"] == "yes" else disagree
    say(by=request.viewer, proposal=proposal)
    return to_conversation(thread_id)


def to_conversation(public_id: str) -> HttpResponse:
    return redirect(f"{reverse('thread', args=[public_id])}#company")
