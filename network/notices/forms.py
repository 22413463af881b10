"""All input of this room."""

from typing import Any

from django import forms
from django.utils import timezone

from network.notices.actions.preference import Quiet
from network.notices.kind import Kind, Pace, choosable
from network.notices.models import QuietTime
from network.notices.paces import paces_of

LONGEST_PAUSE = 366


class PreferencesForm(forms.Form):
    """A pace for each kind one may choose, quiet hours, and a day until which nothing comes."""

    begins_at = forms.TimeField(
        label="From",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Give a time, such as 19:00"},
    )
    ends_at = forms.TimeField(
        label="Until",
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Give a time, such as 07:30"},
    )
    paused_until = forms.DateField(
        label="No mail until",
        required=False,
        help_text="For leave. Mail begins again at 08:00 on that day, with one letter that says how much waits.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Give a day, such as 4 November 2026"},
    )

    def __init__(self, data: Any = None, *, person_id: int) -> None:
        quiet = QuietTime.objects.filter(person_id=person_id).first()
        super().__init__(data, initial=vars(quiet) if quiet else None)
        paces = paces_of(person_id)
        for kind in choosable():
            self.fields[field_of(kind)] = pace_field(kind, paces[kind.name])

    def rows(self) -> list[dict[str, Any]]:
        """Each kind with its field."""
        return [{"choice": kind.choice, "field": self[field_of(kind)]} for kind in choosable()]

    def clean(self) -> dict[str, Any]:
        words = super().clean()
        if bool(words.get("begins_at")) != bool(words.get("ends_at")) and not self.errors:
            self.add_error("begins_at", "Give both times, or neither")
        return words

    def clean_paused_until(self) -> Any:
        """A day within a year. One that has passed is no pause."""
        day, today = self.cleaned_data["paused_until"], timezone.localdate()
        if day and (day - today).days > LONGEST_PAUSE:
            raise forms.ValidationError("Choose a day within a year")
        return day if day and day > today else None

    def paces(self) -> dict[str, Pace]:
        return {kind.name: Pace(self.cleaned_data[field_of(kind)]) for kind in choosable()}

    def quiet(self) -> Quiet:
        return Quiet(**{name: self.cleaned_data[name] for name in ("begins_at", "ends_at", "paused_until")})


def field_of(kind: Kind) -> str:
    """The name of a kind's field: dots mean something else in forms."""
    return kind.name.replace(".", "-")


def pace_field(kind: Kind, pace: Pace) -> forms.ChoiceField:
    title = kind.choice.title if kind.choice else ""
    return forms.ChoiceField(
        label=f"Email about: {title}",
        choices=Pace,
        initial=pace,
        error_messages={"required": "Choose how often", "invalid_choice": "Choose how often"},
    )
