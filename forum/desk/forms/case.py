"""Reporting a message, and deciding about what is reported."""

from typing import Any

from django import forms
from django.utils.safestring import SafeString

from forum.concerns.forms import AT_WORK, AT_WORK_HINT, card, reason_field
from forum.concerns.rulebook import rules_to_quote
from forum.desk.actions.decision import BAR_MONTH, KEEP, NUDGE, PAUSE_DAY, PAUSE_WEEK, REMIND
from forum.desk.lists import CLOSED, MINE, OPEN
from forum.desk.models import ReportReason
from forum.desk.models.report import WORDS_LENGTH
from forum.talk.models.message import REASON_LENGTH
from network.access.once import OnceKeyField


class ReportForm(forms.Form):
    reason = forms.ChoiceField(
        label="What is wrong with it?",
        choices=ReportReason,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong with it"},
    )
    is_about_workplace = forms.BooleanField(label=AT_WORK, help_text=AT_WORK_HINT, required=False)
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


PASS = "pass"
DECISIONS = {
    "keep": KEEP,
    "nudge": NUDGE,
    "remind": REMIND,
    "pause_day": PAUSE_DAY,
    "pause_week": PAUSE_WEEK,
    "bar_month": BAR_MONTH,
}
# What only the author hears of, and what somebody who moderates one space does not decide.
SPEAKS = {name for name, decision in DECISIONS.items() if decision.hides or decision.nudges}
HIDES = {name for name, decision in DECISIONS.items() if decision.hides}
EVERYWHERE = {name for name, decision in DECISIONS.items() if decision.pause}
# What wants a person: of whoever writes without a name nobody knows whom to speak to or to keep out.
OF_SOMEBODY = {name for name, decision in DECISIONS.items() if decision.nudges or decision.bar_days}
CARDS = [
    ("keep", card("Leave it", "Close the report. Those who reported are told that you have looked.")),
    ("nudge", card("Say something to the author", "The message stands. They alone read your words.")),
    ("remind", card("Hide the message and remind the author", "A note from the moderators stands in its place.")),
    ("pause_day", card("Hide and pause posting for 24 hours", "The author can read and not write until then.")),
    ("pause_week", card("Hide and pause posting for 7 days", "The author can read and not write until then.")),
    ("bar_month", card("Hide and keep the author out of this space for 30 days", "They no longer see it, at once.")),
    (PASS, card("Pass to the network lead", "For safeguarding, legal or repeated concerns. It leaves this queue.")),
]


class DecidingForm(forms.Form):
    """`offered` are the cards for whoever decides."""

    def __init__(self, *args: Any, offered: list[tuple[str, SafeString]], **options: Any) -> None:
        super().__init__(*args, **options)
        choice = self.fields["decision"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = offered


class DecisionForm(DecidingForm):
    decision = forms.ChoiceField(
        label="Decision",
        choices=CARDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what should happen"},
    )
    rule = forms.ChoiceField(
        label="House rule",
        help_text="The author reads it with your words. Needed where you hide the message.",
        required=False,
        error_messages={"invalid_choice": "Choose one of the house rules"},
    )
    words = forms.CharField(
        label="Message to the author",
        help_text="Sent where you hide the message or speak to them. It names neither you nor those who reported.",
        max_length=REASON_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reason = reason_field()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        rule = self.fields["rule"]
        assert isinstance(rule, forms.ChoiceField)
        rule.choices = [("", "None of them"), *((one, one) for one in rules_to_quote())]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("decision") in HIDES and not found.get("rule"):
            self.add_error("rule", "Choose the rule it does not keep")
        if found.get("decision") in SPEAKS and not found.get("words"):
            self.add_error("words", "Write the author why, and what they can do")
        return found
