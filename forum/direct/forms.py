"""All input of this room, with its bounds."""

from typing import Any

from django import forms

from forum.direct.actions.invitation import Meant
from forum.direct.lists import people_named
from forum.direct.models import Reach
from forum.direct.models.invitation import NAME_LENGTH, WORDS_LENGTH
from network.access.once import OnceKeyField
from network.access.viewer import Viewer
from network.people.models import User


class AskingForm(forms.Form):
    """To somebody whose profile one has open."""

    words = forms.CharField(
        label="A line to say why",
        max_length=WORDS_LENGTH,
        required=False,
        help_text="They see your name and this line, and nothing else before they say yes.",
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": f"Shorten the line to {WORDS_LENGTH} characters or fewer"},
    )
    key = OnceKeyField()


def name_field(hint: str) -> forms.CharField:
    return forms.CharField(
        label="Their full name",
        max_length=NAME_LENGTH,
        help_text=hint,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Give the name of a member",
            "max_length": f"Shorten the name to {NAME_LENGTH} characters or fewer",
        },
    )


def the_one_named(viewer: Viewer, name: str) -> User | None:
    """The person of that name whom the viewer finds; nobody where there is none. Raises for oneself and namesakes."""
    found = people_named(viewer, name)
    if any(person.pk == viewer.person_id for person in found):
        raise forms.ValidationError("This is your own name")
    if len(found) > 1:
        raise forms.ValidationError("Several people have this name. Ask from the profile of the one you mean")
    return found[0] if found else None


class NewForm(AskingForm):
    """To somebody by name. A name that nobody has passes like any other: the answer is the same (standard, L31)."""

    name = name_field("As it stands in the directory.")
    field_order = ["name", "words", "key"]

    def __init__(self, data: Any = None, *, viewer: Viewer) -> None:
        super().__init__(data)
        self.viewer = viewer

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        self.person = the_one_named(self.viewer, name)
        return name

    def meant(self) -> Meant:
        """Whom a valid form means."""
        return Meant(self.cleaned_data["name"], self.person)


class ProposalForm(forms.Form):
    """Somebody whom the proposer finds in the directory; that they do not find a name tells what the directory does."""

    name = name_field("As it stands in the directory.")

    def __init__(self, data: Any = None, *, viewer: Viewer) -> None:
        super().__init__(data)
        self.viewer = viewer

    def clean_name(self) -> User:
        person = the_one_named(self.viewer, " ".join(self.cleaned_data["name"].split()))
        if person is None:
            raise forms.ValidationError("You find nobody of this name in the directory")
        return person


class LookForm(forms.Form):
    """The letters one looks for. What is too long finds nobody."""

    name = forms.CharField(max_length=NAME_LENGTH, required=False)


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(choices=[("yes", "Yes"), ("no", "No")])


class ReachForm(forms.Form):
    asked_by = forms.ChoiceField(
        label="Who may ask to talk with you?",
        choices=Reach,
        widget=forms.RadioSelect,
        help_text="Nobody learns what you chose. Whoever asks gets the same answer either way.",
        error_messages={"required": "Choose who may ask"},
    )
