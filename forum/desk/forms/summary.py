"""Summing up."""

from django import forms

from forum.desk.models.summary import SUMMARY_LENGTH


class SummaryForm(forms.Form):
    body = forms.CharField(
        label="Summary",
        help_text="Markdown works: **bold**, *italic*, lists. Leave it empty to take a summary away.",
        max_length=SUMMARY_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"max_length": f"Shorten the summary to {SUMMARY_LENGTH} characters or fewer"},
    )
