"""All input of this room, with its bounds."""

from collections.abc import Sequence
from typing import Any

from django import forms

from forum.files.forms import FilesForm
from forum.spaces.models import Space
from forum.talk.models import Announce, FollowingLevel
from forum.talk.models.message import BODY_LENGTH, REASON_LENGTH
from forum.talk.models.thread import TITLE_LENGTH
from network.access.once import OnceKeyField

# Neither to follow a thread nor to mute it.
STOP = "stop"


def body_field(label: str, *, is_required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=is_required,
        max_length=BODY_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Write your message",
            "max_length": f"Shorten your message to {BODY_LENGTH} characters or fewer",
        },
    )


class MessageForm(FilesForm):
    body = body_field("Your message")
    key = OnceKeyField()
    reply_to = forms.CharField(max_length=12, required=False, widget=forms.HiddenInput)
    field_order = ["body"]


class DraftForm(MessageForm):
    """The composer's other button. No words mean no draft."""

    body = body_field("Your message", is_required=False)


class DeclineForm(forms.Form):
    words = forms.CharField(
        label="Message to the author",
        help_text="Say what would have to change. It does not name you.",
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Write the author why, and what they can do",
            "max_length": f"Shorten your message to {REASON_LENGTH} characters or fewer",
        },
    )


class ThreadForm(forms.Form):
    title = forms.CharField(
        label="What is it about?", max_length=TITLE_LENGTH, error_messages={"required": "Give the thread a title"}
    )
    body = body_field("First message")
    key = OnceKeyField()


class EditForm(forms.Form):
    body = body_field("Your message")


class MarksForm(forms.Form):
    """Where to open a thread, and which message to answer. What is no such mark counts as none."""

    before = forms.CharField(max_length=40, required=False)
    after = forms.CharField(max_length=40, required=False)
    at = forms.CharField(max_length=12, required=False)
    reply = forms.CharField(max_length=12, required=False)
    quote = forms.CharField(max_length=1, required=False)

    def marks(self) -> dict[str, str]:
        """The good ones, whatever the others are."""
        self.full_clean()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class MoveForm(forms.Form):
    space = forms.ChoiceField(
        label="Where should it stand?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a space", "invalid_choice": "Choose a space"},
    )

    def __init__(self, data: Any = None, *, spaces: Sequence[Space]) -> None:
        super().__init__(data)
        self.fields["space"].choices = [(space.public_id, space.name) for space in spaces]


class FollowingForm(forms.Form):
    level = forms.ChoiceField(choices=[*FollowingLevel.choices, (STOP, "Stop")])


class ReadingForm(forms.Form):
    message = forms.CharField(max_length=12)
    unread = forms.BooleanField(required=False)


class HabitsForm(forms.Form):
    shows_presence = forms.BooleanField(
        label="Count me among those here",
        required=False,
        help_text="Others read a rounded number, never who. Nothing is shown below ten.",
    )
    shows_typing = forms.BooleanField(
        label="Show that I am typing", required=False, help_text="Whoever you hide from never sees it."
    )
    announce = forms.ChoiceField(
        label="Announce to my screen reader",
        choices=Announce,
        widget=forms.RadioSelect,
        help_text="Your own messages, reactions and typing are never announced.",
        error_messages={"required": "Choose what is announced"},
    )


class NameForm(forms.Form):
    """What was typed after an @."""

    name = forms.CharField(max_length=60, strip=False)
