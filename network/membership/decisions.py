"""The forms of the desk, and those that answer it. Apart from the questions of joining, which other people change."""

from typing import Any

from django import forms

from network.membership.candidates import Candidate
from network.people.models import Organisation

DECISIONS = [("admit", "Welcome"), ("ask", "Ask something first"), ("decline", "Say no this time")]


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label="What should happen?",
        choices=DECISIONS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what should happen", "invalid_choice": "Choose what should happen"},
    )
    words = forms.CharField(
        label="Question or reason",
        help_text="They read it when they sign in. It is kept in the log and never mailed.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Shorten this to 500 characters or fewer"},
    )

    organisation = forms.ModelChoiceField(
        Organisation.objects.order_by("name"),
        label="Which organisation is that?",
        help_text="We do not know the name they wrote. It decides whom they do not find, so choose with care.",
        required=False,
        empty_label="Choose one",
    )
    is_elsewhere = forms.BooleanField(label="None of these: keep the name as they wrote it", required=False)

    field_order = ["organisation", "is_elsewhere", "decision", "words"]

    def __init__(self, *args: Any, knows_employer: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if knows_employer:
            del self.fields["organisation"], self.fields["is_elsewhere"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        chosen = cleaned.get("organisation") or cleaned.get("is_elsewhere")
        if cleaned.get("decision") == "admit" and "organisation" in self.fields and not chosen:
            self.add_error("organisation", "Choose the organisation, or keep the name as they wrote it")
        wanted = {"ask": "Write what you want to ask", "decline": "Give the reason"}.get(cleaned.get("decision", ""))
        if wanted and not cleaned.get("words"):
            self.add_error("words", wanted)
        return cleaned


class ClaimDecisionForm(DecisionForm):
    """With the lines of the roster that may be this person, side by side."""

    entry = forms.TypedChoiceField(
        label="Whose place is it?",
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose a line of the roster, or none"},
    )
    cohort = forms.SlugField(
        label="Cohort",
        help_text="Only where no line of the roster fits. For example C09.",
        max_length=20,
        required=False,
        error_messages={"invalid": "Enter a cohort’s code, such as C09"},
    )

    field_order = ["entry", "cohort", "organisation", "is_elsewhere", "decision", "words"]

    def __init__(self, *args: Any, candidates: list[Candidate], **options: Any) -> None:
        super().__init__(*args, **options)
        lines = [(candidate.entry.pk, candidate.words) for candidate in candidates]
        self.fields["entry"].choices = [*lines, ("", "None of these")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("decision") == "admit" and not (cleaned.get("entry") or cleaned.get("cohort")):
            self.add_error("cohort", "Choose a line of the roster, or enter a cohort")
        return cleaned


class ReplyForm(forms.Form):
    words = forms.CharField(
        label="Your answer",
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Enter your answer", "max_length": "Shorten this to 1,000 characters or fewer"},
    )


class PledgeAnswerForm(forms.Form):
    state = forms.ChoiceField(
        label="How did it go?",
        choices=[("kept", "I did it"), ("changed", "It changed, and I did something else")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how it went", "invalid_choice": "Choose how it went"},
    )
    note = forms.CharField(
        label="A sentence about it",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Shorten this to 500 characters or fewer"},
    )
