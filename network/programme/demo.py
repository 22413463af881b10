"""Programmes, cohorts, completions and testimonials of the demo world."""

from datetime import date
from decimal import Decimal
from typing import Any

from network.programme.models import Cohort, Completion, DatePrecision, Programme, Testimonial

ORDER = 20
AIMS = [
    "Know what senior leadership in children's services asks of people",
    "See clearly the challenges Black and Asian leaders meet on the way",
    "Gain strategies, and the confidence to use them",
    "Learn from styles of leadership around the world",
    "Grow in cultural competence",
    "Lead as yourself",
    "Build a network that supports you afterwards",
]
CRITERIA = [
    "Your commitment to a career in children's services",
    "Your potential to become a senior leader in it",
    "The match between the programme and what you need",
]
STATES = {"completed": "completed", "selection under way": "closed", "archived": "announced", "open": "open"}
EARLY = "The dates were announced before the rule was kept"
CORE = {"bali", "aspirant-directors", "women-in-leadership"}


def build(world: Any) -> None:
    programmes = {row["id"]: _programme(row) for row in world.read_json("programmes.json")["programmes"]}
    for row in world.read_json("programmes.json")["programmes"]:
        programmes[row["id"]].complements.add(*[programmes[code] for code in row["complements"]])
    world.note("programmes", programmes)
    cohorts = {row["cohort_id"]: _cohort(row, programmes["bali"]) for row in world.read_csv("cohorts.csv")}
    _announce_autumn(programmes["bali"])
    _completions(world, cohorts)
    for row in world.read_json("testimonials.json")["testimonials"]:
        _testimonial(world, row, programmes["bali"], cohorts)


def _programme(row: dict[str, Any]) -> Programme:
    is_bali = row["id"] == "bali"
    return Programme.objects.create(
        code=row["id"],
        title=row["title"],
        provider=row["provider"],
        partners=row["partners"],
        for_whom=row["audience"],
        summary=row["summary"],
        format_text=row["format"],
        aims=AIMS if is_bali else [],
        criteria=CRITERIA if is_bali else [],
        capacity_text=row["capacity_text"] or "",
        fee_net=Decimal(row["fee_net_gbp"]) if row["fee_net_gbp"] else None,
        subscriber_discount=Decimal(row["subscriber_discount_pct"] or 0),
        is_core=row["id"] in CORE,
        fee_text=row["fee_text"] or "",
        state_text=row["status"],
        contact_name="The programme team" if row["contact"] else "",
        contact_phone="01632 960150" if is_bali else "",
    )


def _cohort(row: dict[str, str], programme: Programme) -> Cohort:
    def day(name: str) -> date | None:
        return date.fromisoformat(row[name]) if row[name] else None

    return Cohort.objects.create(
        code=row["cohort_id"],
        name=row["name"],
        programme=programme,
        commissioner=row["commissioner"],
        format=row["format"],
        city=row["city"],
        precision=row["date_precision"] or DatePrecision.DAY,
        day1=day("residential_day1"),
        day2=day("residential_day2"),
        day3=day("day3"),
        dates_text=row["residential_text"],
        day3_text=row["day3_text"],
        day3_reason=EARLY if row["day3_within_11_12_weeks"] == "no" else "",
        sorts_on=day("residential_day1"),
        capacity=int(row["capacity"] or 25),
        state=STATES.get(row["status"], "announced") if row["cohort_id"] != "C13" else "completed",
    )


def _announce_autumn(programme: Programme) -> None:
    """A run whose dates are as vague as the seed's third column."""
    Cohort.objects.create(
        code="C15",
        name="BALI Autumn 2027",
        programme=programme,
        precision=DatePrecision.SEASON,
        dates_text="Autumn 2027",
        day3_text="Autumn/winter 2027",
        sorts_on=date(2027, 9, 1),
    )


def _completions(world: Any, cohorts: dict[str, Cohort]) -> None:
    for row in world.read_csv("people.csv"):
        person, cohort = world.person(row["handle"]), cohorts.get(row["cohort_id"])
        if person is not None and cohort is not None and cohort.day3 and row["membership_type"] == "alumni":
            Completion.objects.create(person=person, cohort=cohort, completed_on=cohort.day3)


def _testimonial(world: Any, row: dict[str, Any], programme: Programme, cohorts: dict[str, Cohort]) -> None:
    person = world.person(row["person"])
    named = row["display"].startswith("full name") and person is not None
    cohort = cohorts.get(row["cohort_id"] or "")
    Testimonial.objects.create(
        programme=programme,
        cohort=cohort,
        person=person,
        quote=row["quote"],
        signature=person.name if named else "",
        signature_detail=cohort.name if cohort else "",
        year=row["year"],
        consented_on=row["consent_recorded_on"] if row["consent_to_publish"] else None,
        is_approved=row["approved"],
        is_featured=row["featured"] and row["approved"],
    )
