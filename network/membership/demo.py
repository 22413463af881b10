"""The office's roster, allies' pledges, and who waits at the desk."""

from datetime import date
from typing import Any
from uuid import uuid4

from network.membership.actions.request import AllyAnswers, address_proved, ask_to_be_ally
from network.membership.models import HouseRules, RosterEntry
from network.people.models import Organisation

ORDER = 30
RULES = """Speak from your own experience. Do not name a child, a family or a colleague who is not in the room.
What is said here stays here. Listen before you advise. Challenge ideas, never people. Report what worries you."""
EVE = AllyAnswers(
    organisation="Leeds",
    role_title="Team manager",
    why="Two colleagues told me what the programme gave them, and what they still meet at work.",
    verb="advocate",
    action="Ask who is missing before each appointment panel sits",
    for_whom="practitioners in my service",
    by_when=date(2027, 10, 31),
    how_known="The panel minutes say so",
)


def build(world: Any) -> None:
    HouseRules.objects.get_or_create(version=1, defaults={"text": RULES})
    for row in world.read_csv("people.csv"):
        if row["membership_type"] == "alumni":
            RosterEntry.objects.create(
                name=row["display_name"],
                email=row["email"],
                cohort_code=row["cohort_id"],
                organisation=Organisation.objects.filter(gss_code=row["la_gss_code"]).first(),
                person=world.person(row["handle"]),
            )
    # Amina is on the roster and has not claimed her place yet: try it at /join/alumni/.
    RosterEntry.objects.create(name="Amina Yusuf", email="amina.yusuf@cast.example", cohort_code="C11")
    ask_to_be_ally(person=world.cast("eve"), answers=EVE, key=uuid4())
    address_proved(person=world.cast("eve"))
