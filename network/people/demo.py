"""The cast: the same nine people in tests, in the demo world and in the docs."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from network.people.actions.affiliation import affiliate
from network.people.actions.organisation import load_authorities
from network.people.actions.role import grant_role
from network.people.actions.suspension import suspend
from network.people.models import STAFF_KINDS, Organisation, RoleKind, User


@dataclass(frozen=True)
class CastMember:
    """One of the cast. `authority` is a council's name; `roles` are pairs of kind and scope."""

    handle: str
    name: str
    title: str
    authority: str
    roles: tuple[tuple[str, str], ...] = ()
    story: str = ""

    @property
    def email(self) -> str:
        return f"{self.handle}@cast.example"


CAST = [
    CastMember("eve", "Eve Marsh", "Team manager", "Leeds", (), "signed up, waiting for her welcome"),
    CastMember("bola", "Bola Akande", "Service manager", "Bristol", ((RoleKind.ALLY, ""),), "an ally"),
    CastMember(
        "ada", "Ada Okafor-Lynch", "Head of service", "Croydon", ((RoleKind.ALUMNA, "C09"),), "an alumna of cohort 9"
    ),
    CastMember(
        "cem", "Cem Yıldız", "Team manager", "Hackney", ((RoleKind.PARTICIPANT, "C12"),), "a participant of cohort 12"
    ),
    CastMember(
        "maya", "Maya Fenwick", "Assistant director", "Croydon", ((RoleKind.ALLY, ""),), "Ada's manager, and an ally"
    ),
    CastMember(
        "dina",
        "Dina Rahman",
        "Principal social worker",
        "Luton",
        ((RoleKind.ALLY, ""), (RoleKind.MODERATOR, "")),
        "a steward: an ally who moderates",
    ),
    CastMember("efe", "Efe Mensah", "Editor", "The Staff College", ((RoleKind.EDITOR, ""),), "an editor"),
    CastMember(
        "finn",
        "Finn O’Dowd",
        "Programme manager",
        "The Staff College",
        ((RoleKind.PROGRAMME_MANAGER, ""), (RoleKind.EVENTS_MANAGER, "")),
        "the programme manager",
    ),
    CastMember(
        "kemi",
        "Kemi Ojo",
        "Network lead",
        "The Staff College",
        ((RoleKind.ALLY, ""), (RoleKind.OWNER, "")),
        "the network lead, who oversees moderation",
    ),
]

ORDER = 10
PASSWORD = "a seat at the table"


def build(world: Any) -> None:
    """Authorities, the cast, and the 200 people of people.csv with their employers and roles."""
    load_authorities()
    for member in CAST:
        world.note(f"person:{member.handle}", create_cast_member(member, password=PASSWORD))
    for row in world.read_csv("people.csv"):
        # One has no address and so no account: she stays a line on the roster.
        if row["email"]:
            world.note(f"person:{row['handle']}", _create_person(row))


def create_cast_member(member: CastMember, password: str | None = None) -> User:
    """One of the cast with a proved address, an employer and roles; staff get a known second factor."""
    person = _create_account(member.email, member.name, password)
    affiliate(person=person, organisation=_employer(member.authority), role_title=member.title)
    # For a month: a clock that is set back for a moment must not take a role away again, and nobody of them is new.
    a_month_ago = timezone.now() - timedelta(days=30)
    for kind, scope in member.roles:
        grant_role(person=person, kind=kind, scope=scope, by=None, starts_at=a_month_ago)
    if any(kind in STAFF_KINDS for kind, _ in member.roles):
        TOTP.activate(person, generate_totp_secret())
    return person


def _create_account(email: str, name: str, password: str | None = None) -> User:
    person = User.objects.create_user(email, name, password)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def _create_person(row: dict[str, str]) -> User:
    person = _create_account(row["email"], row["display_name"])
    level = int(row["job_level"]) if row["job_level"] else None
    affiliate(
        person=person,
        organisation=_employer(row["employer"], row["la_gss_code"], row["region"]),
        role_title=row["role_title"],
        job_level=level,
    )
    if row["status"] in {"active", "suspended"}:
        _grant_membership(person, row)
    if row["status"] in {"suspended", "left", "deceased"}:
        suspend(person=person, by=None)
    return person


def _grant_membership(person: User, row: dict[str, str]) -> None:
    joined = datetime.combine(date.fromisoformat(row["joined_on"]), time(9), tzinfo=timezone.get_current_timezone())
    kind = RoleKind.ALUMNA if row["membership_type"] == "alumni" else RoleKind.ALLY
    scope = row["cohort_id"] if kind == RoleKind.ALUMNA else ""
    grant_role(person=person, kind=kind, scope=scope, by=None, starts_at=joined)
    if "LinC Reference Group" in row["groups"]:
        grant_role(person=person, kind=RoleKind.REFERENCE_GROUP, by=None, starts_at=joined)


def _employer(name: str, code: str = "", region: str = "") -> Organisation:
    known = Organisation.objects.filter(gss_code=code) if code else Organisation.objects.named(name)
    return known.first() or Organisation.objects.create(name=name, region=region)
