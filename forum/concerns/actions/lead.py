"""Bringing a matter to whoever must know of it at once."""

from django.conf import settings

from forum.concerns.models import Matter
from forum.concerns.rules import can_decide
from network.access.viewer import viewer_of
from network.notices.actions.tell import tell
from network.notices.actions.write import write_to
from network.notices.kind import Kind
from network.people.models import Role, RoleKind, User

SUBJECT = "Something waits at the moderators' table"
WORDS = (
    "Something urgent waits at the moderators' table of the BALI Network. Please sign in: {address}/m/desk/reports/\n"
)


def leads_for(matter: Matter, *, but: int | None = None) -> list[User]:
    """The owners who may decide it, less one."""
    return _who_may_decide(matter, RoleKind.OWNER, but)


def call_lead(matter: Matter, kind: Kind) -> None:
    """Take it out of the queue and to the lead, in the caller's transaction. Where no owner may decide it, it stays in
    the queue and every moderator who may is told. The address that somebody watches hears of it in any case."""
    leads = leads_for(matter)
    if leads:
        type(matter).objects.filter(pk=matter.pk).update(is_for_lead=True, claimed_by=None)
        matter.is_for_lead = True
    for person in leads or _who_may_decide(matter, RoleKind.MODERATOR, None):
        tell(person=person, kind=kind, ref=matter.public_id, key=f"{kind.name}:{matter.pk}")
    if settings.SAFEGUARDING_ADDRESS:
        words = WORDS.format(address=settings.BASE_URL.rstrip("/"))
        key = f"{kind.name}:{matter.pk}:watch"
        write_to(address=settings.SAFEGUARDING_ADDRESS, subject=SUBJECT, text=words, key=key)


def _who_may_decide(matter: Matter, kind: RoleKind, but: int | None) -> list[User]:
    holders = Role.objects.current().filter(kind=kind).exclude(person_id=but).values("person_id")
    people = User.objects.filter(pk__in=holders, is_active=True).order_by("pk")
    return [one for one in people if can_decide(viewer_of(one), matter)]
