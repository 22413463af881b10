"""All input of the moderators' table, with its bounds."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString

from forum.desk.actions.decision import KEEP, PAUSE_DAY, PAUSE_WEEK, REMIND
from forum.desk.lists import CLOSED, MINE, OPEN
from forum.desk.models import ReportReason
from forum.desk.models.appeal import APPEAL_LENGTH
from forum.desk.models.report import WORDS_LENGTH
from forum.desk.models.summary import SUMMARY_LENGTH
from forum.talk.models.message import REASON_LENGTH
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


def card(title: str, consequence: str) -> SafeString:
    return format_html("<b>{}</b><br>{}", title, consequence)


PASS = "pass"
DECISIONS = {"keep": KEEP, "remind": REMIND, "pause_day": PAUSE_DAY, "pause_week": PAUSE_WEEK}
CARDS = [
    ("keep", card("Leave it", "Close the report. Those who reported are told that you have looked.")),
    ("remind", card("Hide the message and remind the author", "A note from the moderators stands in its place.")),
    ("pause_day", card("Hide and pause posting for 24 hours", "The author can read and not write until then.")),
    ("pause_week", card("Hide and pause posting for 7 days", "The author can read and not write until then.")),
    (PASS, card("Pass to the network lead", "For safeguarding, legal or repeated concerns. It leaves this queue.")),
]


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label="Decision",
        choices=CARDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what should happen"},
    )
    words = forms.CharField(
        label="Message to the author",
        help_text="Sent where you hide the message. It names neither you nor those who reported.",
        max_length=REASON_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reason = forms.CharField(
        label="Your reason",
        help_text="For the log alone.",
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Give your reason; it is kept in the log"},
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("decision") in ("remind", "pause_day", "pause_week") and not found.get("words"):
            self.add_error("words", "Write the author why, and what they can do")
        return found


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
        card("Put it back", "The message stands again in its place. A pause of its author is not lifted by this."),
    ),
]


class JudgementForm(forms.Form):
    decision = forms.ChoiceField(
        label="Decision",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what should happen"},
    )
    reason = forms.CharField(
        label="Your reason",
        help_text="For the log alone.",
        max_length=REASON_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
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
