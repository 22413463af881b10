"""Titles and parts of profiles that were read by others, and are out of sight."""

from uuid import uuid4

from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.concerns.models import Concern
from forum.spaces.models import Space
from network.access.audience import MEMBERS
from network.directory.actions.profile import ensure_profile
from network.directory.models import Profile
from tests.factories.forum import make_thread
from tests.leaks.planting import Garden


def plant_covers(garden: Garden) -> None:
    """Whoever wrote it reads it still, and moderators what was reported; about themselves they read no report."""
    space = Space.objects.create(name="Where titles go", audience=MEMBERS)
    thread = make_thread(garden.viewer("bola"), space, title=garden.words("bola", "dina"))
    _hide(garden, "bola", _reported(garden, "maya", "thread", thread.public_id), "title")
    _hide(garden, "maya", _reported(garden, "bola", "person", _profile(garden, "maya", "dina").public_id), "about")
    # Nobody has looked at this one yet, and it is gone already.
    _reported(garden, "ada", "person", _profile(garden, "dina").public_id, "safeguarding")


def _profile(garden: Garden, who: str, *others: str) -> Profile:
    profile = ensure_profile(person=garden.cast[who].person)
    profile.is_listed, profile.listed_to = True, "members"
    profile.about, profile.about_to = garden.words(who, *others), "members"
    profile.save()
    return profile


def _reported(garden: Garden, by: str, kind: str, ref: str, category: str = "other") -> Concern:
    told = Told(category, "Please look")
    return report_subject(by=garden.viewer(by), kind=kind, ref=ref, told=told, key=uuid4())


def _hide(garden: Garden, owner: str, concern: Concern, part: str) -> None:
    hiding = Hiding((part,), garden.words(owner, "dina"))
    decide_concern(by=garden.viewer("dina"), concern=concern, acts=True, reason=garden.words("dina"), hiding=hiding)
