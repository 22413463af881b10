"""Events can be reported, by whoever sees them. Their words are the editors' to change."""

from django.urls import reverse

from editorial.cms_sight import changed_by
from events.diary.models import EventPage
from forum.concerns.subject import Kept, Subject, SubjectKind
from network.access.viewer import Viewer
from network.access.visible import find


def find_event(viewer: Viewer, ref: str) -> Subject:
    """What is on, as it is announced."""
    event = find(EventPage, viewer, ref)
    return Subject(f"{event.title}\n{event.standfirst}".strip(), event.url)


def kept_by(ref: str) -> Kept:
    """Whoever may change it in the CMS, and whose page it is."""
    event = EventPage.objects.filter(public_id=ref).first()
    if event is None:
        return Kept()
    return Kept(changed_by(event), reverse("wagtailadmin_pages:edit", args=[event.pk]), event.owner_id)


REPORTABLE = [SubjectKind("event", "An event", find_event, kept_by)]
