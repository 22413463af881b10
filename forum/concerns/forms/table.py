"""What is asked of whoever moderates, with its bounds."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from forum.concerns.actions.duty import Wishes
from forum.concerns.models import MeasureKind, Spared
from forum.talk.models.message import REASON_LENGTH


def card(title: str, consequence: str) -> SafeString:
    """A choice with what follows from it."""
    return format_html("<b>{}</b><br>{}", title, consequence)


def reason_field(hint: str = "For the log alone.") -> forms.CharField:
    """Why somebody at the table does what they do."""
    return forms.CharField(
        label="Your reason",
        help_text=hint,
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": "Give your reason; it is kept in the log",
            "max_length": f"Shorten your reason to {REASON_LENGTH} characters or fewer",
        },
    )


class SecondForm(forms.Form):
    answer = forms.ChoiceField(
        label="Do you agree?",
        choices=[("agree", card("Agree", "It is done at once.")), ("decline", card("Decline", "Nothing is done."))],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you agree"},
    )


class DutyForm(forms.Form):
    is_on = forms.BooleanField(label="I am on duty", required=False)
    spared = forms.MultipleChoiceField(
        label="What would you rather not be given?",
        help_text="Nobody is told and nobody asks why. You still find it in the queue.",
        choices=Spared,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    hands_over = forms.BooleanField(
        label="Hand over what I have",
        help_text="Where you leave duty: what you have taken and not decided goes back to everybody.",
        required=False,
    )

    def wishes(self) -> Wishes:
        said = self.cleaned_data
        return Wishes(said["is_on"], frozenset(said["spared"]), said["hands_over"])


PROPOSALS: dict[str, tuple[MeasureKind, int | None]] = {
    "pause": (MeasureKind.PAUSE, 90),
    "bar": (MeasureKind.BAR, None),
    "suspension": (MeasureKind.SUSPENSION, None),
}
PROPOSAL_CARDS = [
    ("pause", card("Pause posting for 90 days", "They can read and not write until then.")),
    ("bar", card("Keep them out of this space until further notice", "They no longer see it.")),
    ("suspension", card("Close the account for now", "They are signed out everywhere. A letter says how to appeal.")),
]


class ProposalForm(forms.Form):
    measure = forms.ChoiceField(
        label="What do you propose?",
        choices=PROPOSAL_CARDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you propose"},
    )
    words = forms.CharField(
        label="Message to the person",
        help_text="They read it once somebody else has agreed. It names neither you nor those who reported.",
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write them why, and what they can do"},
    )
    reason = reason_field("For whoever decides with you, and for the log.")

    def __init__(self, *args: Any, has_space: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        choice = self.fields["measure"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [one for one in PROPOSAL_CARDS if has_space or one[0] != "bar"]


# How many of somebody's next messages are looked at first, or for how many days all of them.
HOLDS: dict[str, tuple[int | None, int | None]] = {
    "five": (5, None),
    "twenty": (20, None),
    "week": (None, 7),
    "month": (None, 30),
}


class HoldForm(forms.Form):
    how_long = forms.ChoiceField(
        label="Which of their messages?",
        choices=[
            ("five", "The next 5"),
            ("twenty", "The next 20"),
            ("week", "All for 7 days"),
            ("month", "All for 30 days"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose which of their messages"},
    )
    reason = reason_field("For the log, and for other moderators.")
