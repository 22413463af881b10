"""What a decision hid of one's own words. It is said here alone, by the form of an appeal."""

from django.urls import reverse

from forum.concerns.subject import COVER, Subject, SubjectKind
from forum.covers.models import Cover
from network.access.viewer import Viewer
from network.access.visible import find


def find_cover(viewer: Viewer, ref: str) -> Subject:
    """One's own. It is about whoever decided, so that somebody else looks, and their page does not say who that was."""
    cover = find(Cover.objects.select_related("thread__space").standing().decided(), viewer, ref)
    scope = cover.thread.space.public_id if cover.thread else ""
    words = f"{cover.label_at_table}\n{cover.words}\n\nHidden because: {cover.reason}"
    return Subject(words, reverse("covers"), about_id=cover.covered_by_id, scope=scope)


REPORTABLE = [SubjectKind(COVER, "Against what was hidden", find_cover)]
