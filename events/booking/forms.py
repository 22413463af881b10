"""Booking's input."""

from django import forms

from network.access.once import OnceKeyField


class RegistrationForm(forms.Form):
    access_needs = forms.CharField(
        label="Is there anything we should know so that you can take part?",
        help_text="Only the organisers see it, and it is erased 30 days after the event.",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Shorten this to 500 characters or fewer"},
    )
    waits = forms.BooleanField(required=False, widget=forms.HiddenInput)
    key = OnceKeyField()
