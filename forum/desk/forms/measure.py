"""What takes two people."""

from typing import Any

from django import forms

from forum.concerns.models import MeasureKind
from forum.desk.forms.cards import card
from forum.talk.models.message import REASON_LENGTH

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
    reason = forms.CharField(
        label="Your reason",
        help_text="For whoever decides with you, and for the log.",
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Give your reason; it is kept in the log"},
    )

    def __init__(self, *args: Any, has_space: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        choice = self.fields["measure"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [one for one in PROPOSAL_CARDS if has_space or one[0] != "bar"]


class SecondForm(forms.Form):
    answer = forms.ChoiceField(
        label="Do you agree?",
        choices=[("agree", card("Agree", "It is done at once.")), ("decline", card("Decline", "Nothing is done."))],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether you agree"},
    )
