"""All input of this room, with its bounds."""

from datetime import timedelta
from typing import Any

from django import forms

from forum.sealed.hints import Hint
from forum.sealed.models import OpeningReason
from forum.spaces.models.pause import REASON_LENGTH
from forum.spaces.models.takes_two import WORDS_LENGTH
from forum.talk.forms import body_field
from network.access.once import OnceKeyField

LOOK, POST = "look", "post"
SPANS = {"day": timedelta(days=1), "week": timedelta(days=7)}


class SeenForm(forms.Form):
    """`seen`: the hints that stood there when it was sent."""

    seen = forms.CharField(max_length=100, required=False, widget=forms.HiddenInput)

    def has_seen(self, hints: list[Hint]) -> bool:
        """Whether a valid form was shown every hint there is."""
        return all(hint.code in self.cleaned_data["seen"].split() for hint in hints)


class RewordForm(SeenForm):
    body = body_field("Your message")


class UnnamedForm(SeenForm):
    """Words for a pen name, without files: an upload has an owner. `step`: looked at first, or meant."""

    body = body_field("Your message")
    key = OnceKeyField()
    reply_to = forms.CharField(max_length=12, required=False, widget=forms.HiddenInput)
    step = forms.ChoiceField(choices=[(LOOK, LOOK), (POST, POST)], required=False, widget=forms.HiddenInput)

    def is_meant(self, hints: list[Hint]) -> bool:
        """Whether a valid form says so, having been shown every hint there is."""
        return self.cleaned_data["step"] == POST and self.has_seen(hints)


def words_field(label: str, hint: str, *, most: int, missing: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        required=bool(missing),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": missing, "max_length": f"Shorten this to {most} characters or fewer"},
    )


class PenPauseForm(forms.Form):
    span = forms.ChoiceField(
        label="For how long?",
        choices=[("day", "24 hours"), ("week", "7 days")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose for how long"},
    )
    reason = words_field(
        "Your reason",
        "For the log alone. Whoever writes under the name is told that it is paused, and until when.",
        most=REASON_LENGTH,
        missing="Give your reason; it is kept in the log",
    )


class OpeningForm(forms.Form):
    reason = forms.ChoiceField(
        label="Why must it be opened?",
        choices=OpeningReason,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it must be opened"},
    )
    words = words_field(
        "What has happened",
        "The second person reads this, and so does the author.",
        most=WORDS_LENGTH,
        missing="Write what has happened",
    )
    is_untold = forms.BooleanField(
        label="It is unlawful to tell the author now",
        required=False,
        help_text="They are then told after three months.",
    )
    untold_because = words_field(
        "Why the author must not be told", "For the second person and the log.", most=WORDS_LENGTH
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("is_untold") and not found.get("untold_because"):
            self.add_error("untold_because", "Write why the author must not be told")
        return found

    def asked(self) -> dict[str, str]:
        """What a valid form asks for."""
        words = self.cleaned_data
        untold = words["untold_because"] if words["is_untold"] else ""
        return {"reason": words["reason"], "words": words["words"], "untold_because": untold}


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(choices=[("open", "Open the seal"), ("refuse", "Leave it closed")])
