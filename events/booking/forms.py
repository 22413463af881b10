"""Booking's input."""

from collections.abc import Sequence
from typing import Any

from django import forms

from network.access.once import OnceKeyField
from network.people.models import User

MOST_NAMED = 20


class RegistrationForm(forms.Form):
    access_needs = forms.CharField(
        label="Is there anything we should know so that you can take part?",
        help_text="Only the organisers see it, and it is erased 30 days after the event.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Shorten this to 500 characters or fewer"},
    )
    waits = forms.BooleanField(required=False, widget=forms.HiddenInput)
    key = OnceKeyField()


class TalkForm(forms.Form):
    """Who leads the talk, of those with a seat. Nobody does both."""

    chairs = forms.MultipleChoiceField(
        label="Chair",
        help_text="They lead it: they answer, pause it and put people out.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose people who have a seat"},
    )
    panel = forms.MultipleChoiceField(
        label="Panel",
        help_text="They are shown beside the talk.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose people who have a seat"},
    )

    def __init__(
        self, data: Any = None, *, people: Sequence[User], initial: dict[str, list[str]] | None = None
    ) -> None:
        super().__init__(data, initial=initial)
        self.seated = {person.public_id: person for person in people}
        for name in ("chairs", "panel"):
            self.fields[name].choices = [(public_id, person.name) for public_id, person in self.seated.items()]

    def clean_chairs(self) -> list[User]:
        return self._people("chairs")

    def clean_panel(self) -> list[User]:
        """Whoever is the chair is named there."""
        people = self._people("panel")
        if any(person in people for person in self.cleaned_data.get("chairs", [])):
            raise forms.ValidationError("Choose each person once: as chair, or for the panel")
        return people

    def _people(self, name: str) -> list[User]:
        chosen = self.cleaned_data[name]
        if len(chosen) > MOST_NAMED:
            raise forms.ValidationError(f"Choose {MOST_NAMED} people or fewer")
        return [self.seated[public_id] for public_id in chosen]
