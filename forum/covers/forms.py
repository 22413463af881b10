"""All input of this room, with its bounds."""

from django import forms

from forum.covers.models.cover import REASON_LENGTH
from forum.covers.parts import Place, parts_of

WORDS_HINT = "Sent where you hide something. It names neither you nor whoever reported."


def offer_hiding(form: forms.Form, place: Place) -> None:
    """Let whoever decides take out of sight what was reported. Where nothing can be, nothing is offered."""
    if not (parts := parts_of(place)):
        return
    form.fields["hides"] = forms.MultipleChoiceField(
        label="What is hidden from everybody?",
        choices=parts,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose among what stands there now"},
    )
    form.fields["words"] = forms.CharField(
        label="Message to whoever wrote it",
        help_text=WORDS_HINT,
        max_length=REASON_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": f"Shorten this to {REASON_LENGTH} characters or fewer"},
    )
