"""All input of the moderators' table, with its bounds."""

from django import forms

from forum.desk.lists import CLOSED, MINE, OPEN
from forum.desk.models import Case, ReportReason
from forum.desk.models.report import WORDS_LENGTH
from forum.desk.models.summary import SUMMARY_LENGTH
from network.access.once import OnceKeyField


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label="What is wrong with it?",
        choices=ReportReason,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong with it"},
    )
    words = forms.CharField(
        label="Anything the moderators should know",
        max_length=WORDS_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    key = OnceKeyField()


class ShowForm(forms.Form):
    """Which part of the queue. What is no such part counts as the open one."""

    show = forms.ChoiceField(choices=[(part, part) for part in (OPEN, MINE, CLOSED)], required=False)

    def chosen(self) -> str:
        self.full_clean()
        return self.cleaned_data.get("show") or OPEN


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label="What should happen?",
        choices=[("hide", "Hide the message"), ("keep", "Let it stand")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what should happen"},
    )
    reason = forms.CharField(
        label="Your reason",
        max_length=Case._meta.get_field("decision_reason").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Give your reason; it is kept in the log"},
    )


class SummaryForm(forms.Form):
    body = forms.CharField(
        label="Summary",
        help_text="Markdown works: **bold**, *italic*, lists. Leave it empty to take a summary away.",
        max_length=SUMMARY_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": f"Shorten the summary to {SUMMARY_LENGTH} characters or fewer"},
    )
