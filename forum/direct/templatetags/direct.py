"""What other rooms' pages show of conversations."""

from typing import Any

from django import template
from django.http import HttpRequest

from forum.direct.lists import conversations_with_unread, how_many_unread, open_proposals
from forum.direct.participants import company_in, in_words
from forum.talk.models import Thread
from network.directory.models import Profile
from network.people.models import Block, User

register = template.Library()
ON_HOME = 5


@register.filter
def names(people: list[User]) -> str:
    """Names as one reads them."""
    return in_words(people)


@register.inclusion_tag("forum/direct/conversation/_side.html")
def side_conversations(request: HttpRequest) -> dict[str, Any]:
    """The way to one's conversations, with the count of what is unread."""
    viewer = request.viewer
    return {"is_member": viewer.is_member, "unread": how_many_unread(viewer), "path": request.path}


@register.inclusion_tag("forum/direct/conversation/_unread.html")
def unread_conversations(request: HttpRequest) -> dict[str, Any]:
    """Those with something new for this viewer: a section, or nothing."""
    return {"lines": conversations_with_unread(request.viewer, ON_HOME)}


@register.inclusion_tag("forum/direct/conversation/_heading.html")
def conversation_heading(request: HttpRequest, thread: Thread) -> dict[str, Any]:
    """With whom, as this viewer may see them."""
    return {"company": _company(request, thread), "thread": thread}


@register.inclusion_tag("forum/direct/conversation/_company.html")
def conversation_company(request: HttpRequest, thread: Thread) -> dict[str, Any]:
    """Who left, who should join, and what one may do about who is in it."""
    company = _company(request, thread)
    return {"thread": thread, "company": company, "proposals": open_proposals(request.viewer, thread)}


@register.inclusion_tag("forum/direct/invitation/_profile.html")
def profile_asking(request: HttpRequest, profile: Profile) -> dict[str, Any]:
    """What one may do about somebody whose profile is open: the same whatever they chose."""
    is_blocked = Block.objects.filter(person_id=request.viewer.person_id, other=profile.person_id).exists()
    return {"profile": profile, "is_member": request.viewer.is_member, "is_blocked": is_blocked}


def _company(request: HttpRequest, thread: Thread) -> Any:
    """Asked once for a page."""
    known = request.__dict__.setdefault("company_of_conversations", {})
    space = thread.space.public_id
    if space not in known:
        known |= company_in(request.viewer, [space])
    return known[space]
