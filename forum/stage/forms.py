"""All input of this room, with its bounds."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import URLValidator

from forum.stage.actions.manner import Preset
from forum.stage.models.halt import CARE_LENGTH
from forum.stage.models.sitting import PINNED_LENGTH
from network.access.once import OnceKeyField
from network.people.models import User

CARE = (
    "Something was said in this talk that has no place here, and the hosts stopped it. You need do nothing. If it has "
    "touched you, you can reach the moderators from every page by “Report”, and the organisers by their contact page."
)


def address_field(label: str, help_text: str) -> forms.URLField:
    """A safe address, or none."""
    return forms.URLField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=200,
        assume_scheme="https",
        validators=[URLValidator(schemes=["https"])],
        error_messages={"invalid": "Give an address that begins with https://"},
    )


class PinForm(forms.Form):
    pinned = forms.CharField(
        label="Your question to everybody",
        help_text="It stands above the talk. Empty it to take it away.",
        required=False,
        max_length=PINNED_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": f"Shorten it to {PINNED_LENGTH} characters or fewer"},
    )


class RecordingForm(forms.Form):
    recording = address_field("Address of the recording", "Those with a place find it beside the talk.")


class PresetForm(forms.Form):
    preset = forms.ChoiceField(choices=Preset)


class BackForm(forms.Form):
    """Where a form came from, so that its answer leads there again."""

    back = forms.ChoiceField(choices=[("host", "")], required=False)

    def is_from_host(self) -> bool:
        """Whether it came from the hosts' page."""
        return self.is_valid() and self.cleaned_data["back"] == "host"


class ThoseThere(forms.MultipleChoiceField):
    """Some of those there are. Whoever is not among them any more is passed over: nothing may keep a talk from being
    stopped."""

    def validate(self, value: list[str]) -> None:
        """Always."""


class StopForm(forms.Form):
    minutes = forms.TypedChoiceField(
        label="What was said in the last minutes",
        choices=[(0, "Leave it"), (5, "Hide 5 minutes"), (15, "Hide 15 minutes"), (60, "Hide an hour")],
        coerce=int,
        initial=5,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what becomes of it", "invalid_choice": "Choose what becomes of it"},
    )
    people = ThoseThere(
        label="Put out",
        help_text="They cannot read or write here until you let them in again, one by one.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    key = OnceKeyField()

    def __init__(self, data: Any = None, *, speakers: Sequence[User]) -> None:
        super().__init__(data)
        self.speakers = {person.public_id: person for person in speakers}
        self.fields["people"].choices = [(public_id, person.name) for public_id, person in self.speakers.items()]

    def clean_people(self) -> list[User]:
        return [self.speakers[one] for one in self.cleaned_data["people"] if one in self.speakers]


class CareForm(forms.Form):
    words = forms.CharField(
        label="A word to everybody",
        help_text="It stands in the talk as “The organisers”. The notice and its mail say only that there is one.",
        initial=CARE,
        max_length=CARE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": "Write what everybody should know",
            "max_length": f"Shorten it to {CARE_LENGTH} characters or fewer",
        },
    )
