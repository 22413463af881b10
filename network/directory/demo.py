"""The profiles of the demo world, from people.csv."""

from typing import Any

from network.access.viewer import viewer_of
from network.directory.actions.profile import change_profile, ensure_profile
from network.directory.models import FieldAudience
from network.people.demo import CAST

ORDER = 40
AUDIENCES = {"members": FieldAudience.MEMBERS, "public": FieldAudience.MEMBERS, "alumni only": FieldAudience.ALUMNI}
YES = {"yes": FieldAudience.MEMBERS, "no": FieldAudience.NOBODY}


def build(world: Any) -> None:
    for row in world.read_csv("people.csv"):
        person = world.person(row["handle"])
        if person is not None and row["status"] == "active":
            _build_profile(person, row)
    for handle in [member.handle for member in CAST if member.roles]:
        person = world.cast(handle)
        if (viewer := viewer_of(person)).is_member:
            listed = {"is_listed": True, "listed_to": "members", "role_title_to": "members"}
            change_profile(by=viewer, profile=ensure_profile(person=person), changes=listed)


def _build_profile(person: Any, row: dict[str, str]) -> None:
    wide = AUDIENCES.get(row["profile_visibility"], FieldAudience.NOBODY)
    listed_to = wide if wide != FieldAudience.NOBODY else FieldAudience.ALUMNI
    changes = {
        "is_listed": row["profile_visibility"] != "hidden",
        "listed_to": listed_to,
        "role_title": row["role_title"],
        "role_title_to": wide,
        "organisation_name": row["employer"],
        "organisation_name_to": YES[row["show_employer"]] if row["show_employer"] else wide,
        "region": row["region"],
        "region_to": wide,
        "membership_to": YES.get(row["show_cohort"], FieldAudience.NOBODY),
        "expertise": row["expertise_tags"].replace(";", ","),
        "expertise_to": wide,
        "about": row["bio"],
        "about_to": wide,
        "contact": row["email"] if row["show_email"] == "yes" else "",
        "contact_to": YES.get(row["show_email"], FieldAudience.NOBODY),
        "mentoring": row["mentoring"] or "none",
        "mentoring_to": wide,
    }
    change_profile(by=viewer_of(person), profile=ensure_profile(person=person), changes=changes)
