"""Who sits at the table, and what they may decide."""

from forum.concerns.models import Concern, Matter, Measure, MeasureKind, reported_near
from forum.concerns.subject import kept_of
from forum.spaces.rules import can_hold_posts
from network.access.viewer import Viewer
from network.access.visible import can_see
from network.people.models import Affiliation, RoleKind, User
from network.people.rules import can_grant, can_suspend

# So many at once, of every kind together: whoever moderates is often a target of what they read.
MOST_HELD = 5
CONFLICT = "This is about somebody you work with. Please leave it to another moderator, or pass it to the network lead."


def can_sit(viewer: Viewer) -> bool:
    """Whoever the table is for."""
    return viewer.has(RoleKind.MODERATOR, RoleKind.OWNER) or bool(viewer.moderator_of)


def is_conflicted(viewer: Viewer, about_id: int | None) -> bool:
    """Whether this viewer works where the person it is about does."""
    return about_id is not None and Affiliation.objects.colleagues_of(viewer.person_id).filter(person=about_id).exists()


def can_pass(viewer: Viewer, matter: Matter) -> bool:
    """Whoever sees it: a colleague of whom it is about passes it on and does nothing else."""
    return can_see(viewer, matter)


def can_decide(viewer: Viewer, matter: Matter) -> bool:
    """Whoever sees it and does not work with the one it is about."""
    return can_see(viewer, matter) and not is_conflicted(viewer, matter.about_id)


def can_order_hold(viewer: Viewer, matter: Matter) -> bool:
    """Whoever moderates the network, about whom a matter within their sight is, unless the two work together."""
    about_id = matter.about_id
    may = about_id is not None and can_hold_posts(viewer, about_id)
    return may and not matter.is_appeal and can_decide(viewer, matter)


def can_measure(viewer: Viewer, measure: Measure) -> bool:
    """Whoever may do that to this person: moderators of the network and owners, of one space whoever moderates it;
    nobody to themselves or to a colleague, nor out of a report of theirs or of a colleague's, and an account of an
    owner is another owner's to close."""
    actor = User.objects.filter(pk=viewer.person_id or 0).first()
    if actor is None or actor.pk == measure.person_id or is_conflicted(viewer, measure.person_id):
        return False
    if has_reported(viewer, measure.matter):
        return False
    if measure.kind == MeasureKind.NUDGE:
        return can_sit(viewer)
    if measure.kind == MeasureKind.BAR:
        return can_grant(actor, RoleKind.BARRED, measure.scope)
    if measure.kind == MeasureKind.SUSPENSION:
        return can_suspend(actor, measure.person)
    return viewer.has(RoleKind.MODERATOR, RoleKind.OWNER)


def has_reported(viewer: Viewer, ref: str) -> bool:
    """Whether this matter came of a report of this viewer or of a colleague of theirs."""
    return bool(ref) and any(reported.filter(public_id=ref).exists() for reported in reported_near(viewer))


def is_asked(viewer: Viewer, concern: Concern) -> bool:
    """Whoever keeps what it is about, as their office, once a decision has asked something of them."""
    theirs = bool(concern.asked) and viewer.is_staff
    return theirs and any(one.pk == viewer.person_id for one in kept_of(concern.kind, concern.ref).people)


def can_second(viewer: Viewer, measure: Measure) -> bool:
    """Somebody else who might have proposed it."""
    return measure.proposed_by_id != viewer.person_id and can_see(viewer, measure) and can_measure(viewer, measure)
