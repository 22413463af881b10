"""People and threads, which stand below this room."""

from django.urls import reverse

from forum.concerns.subject import Subject, SubjectKind
from forum.covers.models.cover import TITLE
from forum.covers.parts import FIELDS
from forum.talk.models import Thread
from network.access.viewer import Viewer
from network.access.visible import find, hide_unless
from network.directory.models import Profile


def find_profile(viewer: Viewer, ref: str) -> Subject:
    """Somebody's profile, as far as they share it with this viewer; never one's own."""
    profile = find(Profile.objects.select_related("person").as_seen_by(viewer), viewer, ref)
    hide_unless(profile.person_id != viewer.person_id)
    shared = {name: words for name in FIELDS if (words := getattr(profile, f"seen_{name}"))}
    extract = "\n".join([profile.person.name, *shared.values()])
    return Subject(extract, reverse("profile", args=[ref]), about_id=profile.person_id, parts=tuple(shared))


def find_thread(viewer: Viewer, ref: str) -> Subject:
    """A thread somebody else opened."""
    thread = find(Thread.objects.select_related("space"), viewer, ref)
    hide_unless(thread.author_id != viewer.person_id)
    place = {"about_id": thread.author_id, "scope": thread.space.public_id}
    return Subject(thread.title, reverse("thread", args=[ref]), parts=(TITLE,), **place)


REPORTABLE = [
    SubjectKind("person", "A profile", find_profile),
    SubjectKind("thread", "A thread", find_thread),
]
