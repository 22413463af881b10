"""Loading the authorities of England from the files beside this room, with their former names and successors."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from network.people.models import Organisation, OrganisationAlias, OrganisationKind

DATA = Path(__file__).resolve().parent.parent / "data"


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def load_authorities() -> int:
    """Bring the authorities up to date and return how many stand. May be run again: codes decide, nothing doubles."""
    by_code: dict[str, Organisation] = {}
    for row in _rows("local_authorities.csv"):
        by_code[row["gss_code"]], _ = Organisation.objects.update_or_create(
            gss_code=row["gss_code"],
            defaults={
                "name": row["name"],
                "council_name": row["council_name"],
                "kind": OrganisationKind.AUTHORITY,
                "region": row["adcs_region"],
            },
        )
    _load_former(by_code)
    _load_aliases(by_code)
    return len(_rows("local_authorities.csv"))


def _load_former(by_code: dict[str, Organisation]) -> None:
    for row in _rows("local_authorities_former.csv"):
        if row["gss_code"] in by_code:
            continue
        former, _ = Organisation.objects.update_or_create(
            gss_code=row["gss_code"],
            defaults={
                "name": row["name"],
                "kind": OrganisationKind.AUTHORITY,
                "ended_on": date.fromisoformat(row["ended_on"]),
            },
        )
        former.successors.set([by_code[code] for code in row["successor_gss"].split() if code in by_code])


def _load_aliases(by_code: dict[str, Organisation]) -> None:
    known = set(OrganisationAlias.objects.values_list("organisation_id", "name"))
    wanted = {
        (by_code[code].pk, row["alias"]): row["unambiguous"] == "yes"
        for row in _rows("local_authority_aliases.csv")
        for code in row["gss_code"].split()
        if code in by_code
    }
    OrganisationAlias.objects.bulk_create(
        OrganisationAlias(organisation_id=organisation, name=name, is_unambiguous=clear)
        for (organisation, name), clear in wanted.items()
        if (organisation, name) not in known
    )
