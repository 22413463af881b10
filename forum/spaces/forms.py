"""All input of this room, with its bounds."""

from typing import Any

from django import forms

from forum.spaces.actions.space import Manner
from forum.spaces.models import SLOWEST, SpaceMode


def moment_field(label: str, hint: str) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        required=False,
        help_text=hint,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"invalid": "Give a day and a time, such as 4 November 2026, 11:45"},
    )


class SettingsForm(forms.Form):
    mode = forms.ChoiceField(
        label="Who writes here?",
        choices=SpaceMode,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who writes here"},
    )
    is_listening = forms.BooleanField(
        label="Allies listen here",
        required=False,
        help_text="Allies can read. They answer only where the thread's author or whoever runs the space invites them.",
    )
    slow_seconds = forms.IntegerField(
        label="Slow mode: seconds between two messages of one person",
        min_value=0,
        max_value=SLOWEST,
        help_text="0 for no slow mode; 3600 is an hour.",
        error_messages={
            "required": "Give a number of seconds, or 0",
            "min_value": "Give 0 seconds or more",
            "max_value": f"Give {SLOWEST} seconds or fewer",
        },
    )
    opens_at = moment_field("Takes messages from", "UK time. Before it, members find the space and can look round.")
    closes_at = moment_field("Takes messages until", "UK time. After it, the space can still be read.")

    def clean(self) -> dict[str, Any]:
        words = super().clean()
        opens_at, closes_at = words.get("opens_at"), words.get("closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_at", "Choose a time after the one it opens")
        return words

    def manner(self) -> Manner:
        """What a valid form asks for."""
        return Manner(**self.cleaned_data)
