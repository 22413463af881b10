"""Somebody who wants to be an ally, from the last question to the welcome."""

from typing import ClassVar

from django.db import models

from network.membership.models.case import Case
from network.people.models import Organisation


class AllyRequest(Case):
    way: ClassVar[str] = "ally"

    organisation_text = models.CharField(max_length=200)
    organisation = models.ForeignKey(Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    role_title = models.CharField(max_length=200)
    why = models.TextField(max_length=1_000)
