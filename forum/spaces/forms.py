"""All input of this room, with its bounds."""

from typing import Any

from django import forms

from forum.spaces.actions.space import Manner
from forum.spaces.models import LONGEST_DELAY, SLOWEST, Space, SpaceMode
from forum.spaces.models.space import DESCRIPTION_LENGTH, NAME_LENGTH
from forum.spaces.openings import audiences_to_open_for
from forum.spaces.readers import readers_named
from forum.spaces.rules import can_open_space
from network.access.viewer import Viewer
from network.notices.kind import Pace
from network.notices.paces import places_of
from network.people.models import User


class StewardForm(forms.Form):
    """Somebody by name, among those who read the space and are not hidden from whoever asks."""

    name = forms.CharField(
        label="Their full name",
        max_length=200,
        help_text="As it stands in the directory. A steward reads this space already.",
        error_messages={
            "required": "Give the name of a member",
            "max_length": "Shorten the name to 200 characters or fewer",
        },
    )

    def __init__(self, data: Any = None, *, viewer: Viewer, space: Space) -> None:
        super().__init__(data)
        self.viewer, self.space = viewer, space

    def clean_name(self) -> User:
        """The one person of that name."""
        found = readers_named(self.viewer, self.space, self.cleaned_data["name"])
        if not found:
            raise forms.ValidationError("Nobody of that name reads this space")
        if len(found) > 1:
            raise forms.ValidationError("Several people of that name read this space. Ask the team to choose")
        return found[0]


class NameForm(forms.Form):
    name = forms.CharField(
        label="Name",
        max_length=NAME_LENGTH,
        help_text="Those who may read the space see it, and nobody else.",
        error_messages={
            "required": "Give the space a name",
            "max_length": f"Shorten the name to {NAME_LENGTH} characters or fewer",
        },
    )
    description = forms.CharField(
        label="What is it for?",
        max_length=DESCRIPTION_LENGTH,
        required=False,
        error_messages={"max_length": f"Shorten this to {DESCRIPTION_LENGTH} characters or fewer"},
    )


class OpeningForm(NameForm):
    """A new space. Whoever opens one for others need not be among those who read it."""

    audience = forms.ChoiceField(
        label="Who is it for?",
        help_text="This cannot be changed later: what people say is said to those who could read it.",
        error_messages={"required": "Choose who the space is for", "invalid_choice": "Choose who the space is for"},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["audience"].choices = [("", "Choose"), *audiences_to_open_for()]


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
    approves_first = forms.BooleanField(
        label="Messages are looked at first",
        required=False,
        help_text="Nobody else sees a message before whoever runs the space has approved it. Your own are not held.",
    )
    delay_seconds = forms.IntegerField(
        label="Delay: seconds before a message is posted",
        required=False,
        min_value=0,
        max_value=LONGEST_DELAY,
        help_text="60 at most. Until then whoever runs the space can take it out.",
        error_messages={
            "min_value": "Give 0 seconds or more",
            "max_value": f"Give {LONGEST_DELAY} seconds or fewer",
        },
    )
    takes_unnamed = forms.BooleanField(
        label="Members may post without their name",
        required=False,
        help_text="They write under a pen name, another one in each thread. Their name is kept sealed: two people "
        "together open it, for a grave reason alone, and the author is told.",
    )
    opens_at = moment_field("Takes messages from", "UK time. Before it, members find the space and can look round.")
    closes_at = moment_field("Takes messages until", "UK time. After it, the space can still be read.")

    def __init__(self, data: Any = None, *, space: Space, viewer: Viewer) -> None:
        super().__init__(data, initial=vars(space))
        if not can_open_space(viewer):
            for name in ("is_listening", "takes_unnamed"):
                self.fields[name].disabled = True
                self.fields[name].help_text = "Only moderators change this."
        if not space.can_take_unnamed:
            del self.fields["takes_unnamed"]

    def clean_delay_seconds(self) -> int:
        """None given is no delay."""
        return self.cleaned_data["delay_seconds"] or 0

    def clean(self) -> dict[str, Any]:
        words = super().clean()
        opens_at, closes_at = words.get("opens_at"), words.get("closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_at", "Choose a time after the one it opens")
        return words

    def manner(self) -> Manner:
        """What a valid form asks for."""
        return Manner(**self.cleaned_data)


class SpaceMailForm(forms.Form):
    """How often mail tells of each space the viewer reads."""

    def __init__(self, data: Any = None, *, viewer: Viewer) -> None:
        super().__init__(data)
        self.spaces = list(Space.objects.visible_to(viewer).rooms().by_position())
        chosen = places_of(viewer.person_id)
        for space in self.spaces:
            self.fields[space.public_id] = forms.ChoiceField(
                label=f"Email about {space.name}",
                choices=[(Pace.AT_ONCE, "As everywhere"), *(one for one in Pace.choices if one[0] != Pace.AT_ONCE)],
                initial=chosen.get(space.public_id, Pace.AT_ONCE),
                required=False,
                error_messages={"invalid_choice": "Choose how often"},
            )

    def rows(self) -> list[dict[str, Any]]:
        """Each space with its field."""
        return [{"space": space, "field": self[space.public_id]} for space in self.spaces]

    def paces(self) -> dict[str, Pace]:
        """What was chosen. A space that began meanwhile was not on the page, and keeps what holds."""
        return {place: Pace(pace) for place, pace in self.cleaned_data.items() if pace}
