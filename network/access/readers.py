"""Who belongs to an audience: the viewer's question the other way round, in one query however many they are."""

from django.db.models import Q, QuerySet

from network.access.audience import ALUMNI, MEMBERS, PUBLIC, region
from network.people.models import MEMBER_KINDS, Affiliation, Organisation, Role, RoleKind, User

_SCOPED = {
    "cohort": [RoleKind.ALUMNA, RoleKind.PARTICIPANT],
    "event": [RoleKind.ATTENDEE],
    "direct": [RoleKind.CORRESPONDENT],
}


def people_in(audience: str) -> QuerySet[User]:
    """Those whose viewer holds this audience at this moment. A word that is none gives nobody.

    `viewer_of` says what one person may claim; this must never say otherwise (tests/network/access/test_readers.py).
    """
    word, _, scope = audience.partition(":")
    people = User.objects.filter(is_active=True)
    if audience == PUBLIC:
        return people
    if audience == ALUMNI:
        return people.filter(_holding(Q(kind=RoleKind.ALUMNA)))
    if audience == "group:reference":
        return people.filter(_holding(Q(kind=RoleKind.REFERENCE_GROUP)))
    if word in _SCOPED and scope:
        found = people.filter(_holding(Q(kind__in=_SCOPED[word], scope=scope)))
        # A place or a conversation is a member's: it ends with the membership.
        return found if word == "cohort" else found.filter(_holding(Q(kind__in=MEMBER_KINDS)))
    if audience == MEMBERS or word == "region":
        members = people.filter(_holding(Q(kind__in=MEMBER_KINDS)))
        return members if audience == MEMBERS else members.filter(_working_in(audience))
    return people.none()


def _holding(roles: Q) -> Q:
    return Q(pk__in=Role.objects.current().filter(roles).values("person_id"))


def _working_in(audience: str) -> Q:
    regions = Organisation.objects.exclude(region="").values_list("region", flat=True).distinct()
    names = [name for name in regions if region(name) == audience]
    return Q(pk__in=Affiliation.objects.current().filter(organisation__region__in=names).values("person_id"))
