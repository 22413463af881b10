"""Appealing, looking again, and summing up."""

from django import forms

from forum.concerns.forms import card, reason_field
from forum.desk.models.appeal import APPEAL_LENGTH
from forum.desk.models.summary import SUMMARY_LENGTH
from network.access.once import OnceKeyField


class AppealForm(forms.Form):
    words = forms.CharField(
        label="Why should it stand?",
        max_length=APPEAL_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": "Write why you think the decision is wrong",
            "max_length": f"Shorten your appeal to {APPEAL_LENGTH} characters or fewer",
        },
    )
    key = OnceKeyField()


RESTORE = "restore"
OUTCOMES = [
    ("uphold", card("Keep it hidden", "The author is told that you have looked. They cannot appeal again.")),
    (
        RESTORE,
        card("Put it back", "The message stands again in its place, and a pause that came with the decision ends."),
    ),
]


class JudgementForm(forms.Form):
    decision = forms.ChoiceField(
        label="Decision",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what should happen"},
    )
    reason = reason_field()


class SummaryForm(forms.Form):
    body = forms.CharField(
        label="Summary",
        help_text="Markdown works: **bold**, *italic*, lists. Leave it empty to take a summary away.",
        max_length=SUMMARY_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": f"Shorten the summary to {SUMMARY_LENGTH} characters or fewer"},
    )
