"""Whom a thing is for. An audience is a word; no audience means nobody."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify

PUBLIC = "public"
MEMBERS = "members"
ALUMNI = "alumni"
DIRECT = "direct:"
_SCOPED = re.compile(r"(cohort|group|region|event|direct):[A-Za-z0-9_-]{1,30}")
_WORDS = {PUBLIC: "Public", MEMBERS: "Alumni and allies", ALUMNI: "Alumni only"}
_SCOPED_WORDS = {
    "cohort": "Cohort only",
    "region": "Members of one region",
    "event": "People at this event",
    "direct": "Only those in it",
}


def cohort(code: str) -> str:
    """The audience of one cohort's participants and alumni."""
    return f"cohort:{code}"


def group(name: str) -> str:
    """The audience of a standing group."""
    return f"group:{name}"


def region(name: str) -> str:
    """The audience of the members who work in a region, by its name as ADCS has it."""
    return f"region:{slugify(name)[:30]}"


def event(number: int | str) -> str:
    """The audience of those with a place at an event."""
    return f"event:{number}"


def is_event(audience: str) -> bool:
    """Whether it is that of those with a place at an event."""
    return audience.startswith("event:")


def direct(space: str) -> str:
    """The audience of a private conversation: those in it, and nobody else."""
    return f"{DIRECT}{space}"


def is_direct(audience: str) -> bool:
    """Whether it is that of a private conversation."""
    return audience.startswith(DIRECT)


def is_caucus(audience: str) -> bool:
    """Whether no ally reads there, as one: alumni and the cohorts. A region, an event or a group may have allies."""
    return audience == ALUMNI or audience.startswith("cohort:")


def label(audience: str) -> str:
    """The words beside the badge. A cohort or group is not named: whoever reads it is in it."""
    return _WORDS.get(audience) or _SCOPED_WORDS.get(audience.partition(":")[0], "Group only")


def icon(audience: str) -> str:
    """The name of the badge's icon."""
    return {PUBLIC: "globe", MEMBERS: "users-round"}.get(audience, "lock-keyhole")


def check_audience(value: str) -> None:
    """Raises ValidationError for a word that is no audience."""
    if value and value not in _WORDS and not _SCOPED.fullmatch(value):
        raise ValidationError("Choose who may read this.")


def audience_field(**options: Any) -> models.CharField:
    """The column every audienced kind has. Empty means nobody."""
    return models.CharField(
        max_length=40, blank=True, default="", validators=[check_audience], db_index=True, **options
    )
