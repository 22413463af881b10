"""Watching for a word."""

from django import forms

from forum.spaces.models.watchword import WATCHED_LENGTH, WatchKind


class WatchForm(forms.Form):
    text = forms.CharField(
        label="Word, phrase or site",
        max_length=WATCHED_LENGTH,
        help_text="A message with it waits until somebody has looked. Its author is not told which word it was.",
        error_messages={
            "required": "Give a word, a phrase or a site",
            "max_length": f"Shorten this to {WATCHED_LENGTH} characters or fewer",
        },
    )
    kind = forms.ChoiceField(
        label="What is it?",
        choices=WatchKind,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is"},
    )
