"""All input of this room, with its bounds."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from forum.concerns.forms import reason_field
from forum.oversight.actions.moderator import Term
from forum.oversight.lists import members_named, spaces_to_name_for
from forum.spaces.models import Space
from network.access.viewer import Viewer
from network.people.models import User

LONGEST_TERM = timedelta(days=366)


def day_field(label: str, hint: str, *, is_required: bool = False) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=is_required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Give a day, such as 4 November 2026", "required": "Give a day"},
    )


def begin_of(day: date) -> datetime:
    """When a day begins, UK time."""
    return timezone.make_aware(datetime.combine(day, time.min))


class ModeratorForm(forms.Form):
    """A member by name, one space, from when, until when, and why."""

    name = forms.CharField(
        label="Their full name",
        max_length=200,
        help_text="As it stands in the directory.",
        error_messages={
            "required": "Give the name of a member",
            "max_length": "Shorten the name to 200 characters or fewer",
        },
    )
    space = forms.ChoiceField(
        label="Which space?", required=False, error_messages={"invalid_choice": "Choose a space of the list"}
    )
    address = forms.CharField(
        label="Or its address",
        max_length=200,
        required=False,
        help_text="Where it is none of those you read yourself. Whoever reads it can give it to you.",
        error_messages={"max_length": "Shorten the address to 200 characters or fewer"},
    )
    starts_on = day_field("From", "At once where you leave this empty.")
    ends_on = day_field("Last day", "Until further notice where you leave this empty; a year at most.")
    reason = reason_field()

    def __init__(self, data: Any = None, *, viewer: Viewer) -> None:
        super().__init__(data)
        self.viewer = viewer
        self.spaces = {space.public_id: space for space in spaces_to_name_for(viewer)}
        choices = [("", "Choose"), *((key, space.name) for key, space in self.spaces.items())]
        self.fields["space"].choices = choices

    def clean_name(self) -> User:
        """The one member of that name."""
        found = members_named(self.viewer, self.cleaned_data["name"])
        if not found:
            raise forms.ValidationError("There is no member of that name")
        if len(found) > 1:
            raise forms.ValidationError("Several members have that name. Ask the team to choose")
        return found[0]

    def clean_address(self) -> Space | None:
        """The room that stands there: its id is nothing one could guess."""
        typed = self.cleaned_data["address"].strip()
        if not typed:
            return None
        found = Space.objects.rooms().filter(public_id=typed.rstrip("/").rpartition("/")[2]).first()
        if found is None:
            raise forms.ValidationError("There is no space at this address")
        return found

    def clean(self) -> dict[str, Any]:
        said, today = super().clean() or {}, timezone.localdate()
        if not self.errors and not said.get("space") and not said.get("address"):
            self.add_error("space", "Choose a space, or give its address")
        begins, ends = said.get("starts_on") or today, said.get("ends_on")
        if not today <= begins <= today + LONGEST_TERM:
            self.add_error("starts_on", "Choose today or a day within the next year")
        elif ends and not begins <= ends <= begins + LONGEST_TERM:
            self.add_error("ends_on", "Choose a day after it begins, within a year of it")
        return said

    def appointment(self) -> dict[str, Any]:
        """What a valid form asks for."""
        said = self.cleaned_data
        begins, ends = said["starts_on"], said["ends_on"]
        starts_at = begin_of(begins) if begins and begins > timezone.localdate() else None
        term = Term(starts_at, begin_of(ends + timedelta(days=1)) if ends else None)
        return {
            "person": said["name"],
            "space": said["address"] or self.spaces[said["space"]],
            "term": term,
            "reason": said["reason"],
        }


class EndingForm(forms.Form):
    reason = reason_field()


LONGEST_SPAN = timedelta(days=366 * 2)


class RecordForm(forms.Form):
    since = day_field("Decided from", "UK time.", is_required=True)
    until = day_field("Last day", "This day is in it.", is_required=True)
    format = forms.ChoiceField(
        label="Kind of file",
        choices=[("csv", "CSV, for a spreadsheet"), ("json", "JSON, for a program")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the kind of file"},
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        since, until = said.get("since"), said.get("until")
        # Not by adding to a day that may be the last of all days.
        if since and until and not (until <= timezone.localdate() and timedelta(0) <= until - since <= LONGEST_SPAN):
            self.add_error("until", "Choose a day after the first, within two years of it and not after today")
        return said

    def span(self) -> tuple[datetime, datetime]:
        """From when, and before when."""
        said = self.cleaned_data
        return begin_of(said["since"]), begin_of(said["until"] + timedelta(days=1))

    def in_words(self) -> str:
        said = self.cleaned_data
        return f"{said['since']} to {said['until']}, {said['format']}"
