"""The office's roster, who waits at the desk, and a pledge near its date."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from network.access.viewer import viewer_of
from network.membership.actions.claim import address_proved, claim_membership
from network.membership.actions.request import AllyAnswers, PledgeAnswers, admit_ally, ask_to_be_ally
from network.membership.models import RosterEntry
from network.people.models import Organisation

ORDER = 30
EVE = AllyAnswers(
    organisation="Leeds",
    role_title="Team manager",
    why="Two colleagues told me what the programme gave them, and what they still meet at work.",
    pledge=PledgeAnswers(
        verb="advocate",
        action="Ask who is missing before each appointment panel sits",
        for_whom="practitioners in my service",
        by_when=date(2027, 10, 31),
        how_known="The panel minutes say so",
    ),
)


def build(world: Any) -> None:
    people = world.read_csv("people.csv")
    RosterEntry.objects.bulk_create(_line(world, row) for row in people if row["membership_type"] == "alumni")
    # Amina is on the roster and has not claimed her place yet: try it at /join/alumni/.
    RosterEntry.objects.create(name="Amina Yusuf", email="amina.yusuf@cast.example", cohort_code="C11")
    RosterEntry.objects.create(name="Ada Okafor-Lynch", email="", cohort_code="C09", person=world.cast("ada"))
    _let_them_wait(world, people)
    _promise(world)


def _line(world: Any, row: dict[str, str]) -> RosterEntry:
    # Whoever waits for an answer has not been matched with a line yet.
    has_claimed = row["status"] not in ("pending", "awaiting approval")
    return RosterEntry(
        name=row["display_name"],
        email=row["email"] if has_claimed else "",
        cohort_code=row["cohort_id"],
        organisation=Organisation.objects.filter(gss_code=row["la_gss_code"]).first() if row["la_gss_code"] else None,
        person=world.person(row["handle"]) if has_claimed else None,
    )


def _let_them_wait(world: Any, people: list[dict[str, str]]) -> None:
    """Eve, and those of people.csv who await approval, are at the desk."""
    ask_to_be_ally(person=world.cast("eve"), answers=EVE, key=uuid4())
    address_proved(person=world.cast("eve"))
    for row in people:
        person = world.person(row["handle"])
        if person is None or not row["status"].startswith(("pending", "awaiting")):
            continue
        if row["membership_type"] == "alumni":
            cohort = row["cohort_id"]
            claim_membership(person=person, cohort=cohort, organisation=row["local_authority"], key=uuid4())
        else:
            told = AllyAnswers(row["employer"], row["role_title"], row["bio"] or EVE.why, EVE.pledge)
            ask_to_be_ally(person=person, answers=told, key=uuid4())
        address_proved(person=person)


def _promise(world: Any) -> None:
    """Bola was welcomed by Finn, and the date she set herself is near."""
    pledge = PledgeAnswers(
        verb="sponsor",
        action="Put two names forward for the acting-up post in my service",
        for_whom="team managers in my service",
        by_when=world.today + timedelta(days=10),
        how_known="Both were shortlisted or told why not",
    )
    answers = AllyAnswers("Bristol", "Service manager", "I sit on panels and was never asked to do this.", pledge)
    request = ask_to_be_ally(person=world.cast("bola"), answers=answers, key=uuid4())
    address_proved(person=world.cast("bola"))
    request.refresh_from_db()
    admit_ally(by=viewer_of(world.cast("finn")), request=request)
