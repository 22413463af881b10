"""People and threads, which stand below this room."""

from django.urls import reverse

from forum.concerns.subject import Subject, SubjectKind
from forum.talk.models import Thread
from network.access.viewer import Viewer
from network.access.visible import find, hide_unless
from network.directory.models import Profile


def find_profile(viewer: Viewer, ref: str) -> Subject:
    """Somebody's profile, as far as they share it with this viewer; never one's own."""
    profile = find(Profile.objects.select_related("person").as_seen_by(viewer), viewer, ref)
    hide_unless(profile.person_id != viewer.person_id)
    shared = [getattr(profile, f"seen_{name}") for name in ("role_title", "organisation_name", "about", "contact")]
    words = "\n".join(filter(None, [profile.person.name, *shared]))
    return Subject(words, reverse("profile", args=[ref]), about_id=profile.person_id)


def find_thread(viewer: Viewer, ref: str) -> Subject:
    """A thread somebody else opened."""
    thread = find(Thread.objects.select_related("space"), viewer, ref)
    hide_unless(thread.author_id != viewer.person_id)
    place = {"about_id": thread.author_id, "scope": thread.space.public_id}
    return Subject(thread.title, reverse("thread", args=[ref]), **place)


REPORTABLE = [
    SubjectKind("person", "A profile", find_profile),
    SubjectKind("thread", "A thread", find_thread),
]
