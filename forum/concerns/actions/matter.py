"""Taking what waits, giving it back, passing it on."""

from django.db import transaction

from forum.concerns.actions.lead import leads_for
from forum.concerns.models import Matter, matters
from forum.concerns.rules import CONFLICT, MOST_HELD, can_decide, can_pass
from network.access.viewer import Viewer, viewer_of
from network.access.visible import require
from network.notices.actions.tell import tell
from network.notices.kind import Kind
from network.people.models import User
from network.records.actions.log import from_to, record_staff_action

TAKEN, FREED = from_to("free", "taken"), from_to("taken", "free")
PASSED = from_to("in the queue", "with the lead")


class AlreadyTaken(Exception):
    """Another moderator was first, with taking it or with deciding."""


class NoLead(Exception):
    """Nobody could decide what is passed on."""


class HandsFull(Exception):
    """They have as many as anybody should have at once."""


def claim_matter(*, by: Viewer, matter: Matter) -> Matter:
    """Take it: nobody else decides it meanwhile. Taken twice by the same person, it stays theirs.

    Raises Refused, AlreadyTaken, or HandsFull where they have five others; it then stays for everybody else.
    """
    require(can_decide(by, matter), CONFLICT)
    with transaction.atomic():
        # Under their own row: two taken in one moment must not both be the fifth.
        User.objects.select_for_update(no_key=True).only("pk").get(pk=by.person_id or 0)
        if how_many_held(by, but=matter) >= MOST_HELD:
            raise HandsFull(f"You have {MOST_HELD} already. That is enough for one person; this one stays for others.")
        if not type(matter).objects.take(matter, by):
            raise AlreadyTaken
        record_staff_action(by=by, verb=f"claimed_{matter.in_log}", about_id=matter.about_id, change=TAKEN)
    matter.refresh_from_db()
    return matter


def how_many_held(viewer: Viewer, *, but: Matter | None = None) -> int:
    """How many, of every kind together, this viewer has taken and not decided; less one."""
    held = [kind.objects.held_by(viewer).exclude(pk=but.pk if but and kind is type(but) else 0) for kind in matters()]
    return sum(one.count() for one in held)


def release_matter(*, by: Viewer, matter: Matter) -> Matter:
    """Give it back to everybody. What is not theirs, or decided, stays as it is."""
    require(can_pass(by, matter))
    with transaction.atomic():
        mine = type(matter).objects.held_by(by).filter(pk=matter.pk)
        if mine.update(claimed_by=None, claimed_at=None):
            record_staff_action(by=by, verb=f"released_{matter.in_log}", about_id=matter.about_id, change=FREED)
    matter.refresh_from_db()
    return matter


def pass_matter(*, by: Viewer, matter: Matter, reason: str, kind: Kind) -> Matter:
    """Leave it to the network lead: for safeguarding, legal or repeated concerns. Only owners see it from then on.

    Raises NoLead where no other owner could decide it, AlreadyTaken when another moderator has it.
    """
    require(can_pass(by, matter))
    leads = leads_for(matter, but=by.person_id)
    if not leads:
        raise NoLead("No network lead can take this at the moment. Please leave it here, or call them.")
    with transaction.atomic():
        free = type(matter).objects.open().free_for(by).filter(pk=matter.pk)
        if not free.update(is_for_lead=True, claimed_by=None):
            raise AlreadyTaken
        record_staff_action(
            by=by, verb=f"passed_{matter.in_log}", about_id=matter.about_id, reason=reason, change=PASSED
        )
        for lead in leads:
            tell(person=lead, kind=kind, ref=matter.public_id, key=f"{kind.name}:{matter.pk}")
    matter.refresh_from_db()
    return matter


def give_back_unseen(*, person_id: int) -> None:
    """Nobody's `by`: what somebody has taken and sees no longer, because an office ended, is for the others again."""
    for kind in matters():
        held = kind.objects.open().filter(claimed_by_id=person_id)
        if held.exists():
            seen = kind.objects.visible_to(viewer_of(User.objects.get(pk=person_id)))
            held.exclude(pk__in=list(seen.values_list("pk", flat=True))).update(claimed_by=None, claimed_at=None)
