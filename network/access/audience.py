"""Whom a thing is for. An audience is a word; no audience means nobody."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

PUBLIC = "public"
MEMBERS = "members"
ALUMNI = "alumni"
_SCOPED = re.compile(r"(cohort|group):[A-Za-z0-9_-]{1,20}")
_WORDS = {PUBLIC: "Public", MEMBERS: "Alumni and allies", ALUMNI: "Alumni only"}


def cohort(code: str) -> str:
    """The audience of one cohort's participants and alumni."""
    return f"cohort:{code}"


def group(name: str) -> str:
    """The audience of a standing group."""
    return f"group:{name}"


def label(audience: str) -> str:
    """The words beside the badge. A cohort or group is not named: whoever reads it is in it."""
    if audience in _WORDS:
        return _WORDS[audience]
    return "Cohort only" if audience.startswith("cohort:") else "Group only"


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
