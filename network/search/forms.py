"""The words of a search."""

from django import forms

LONGEST = 100


class SearchForm(forms.Form):
    q = forms.CharField(
        label="Search",
        max_length=LONGEST,
        required=False,
        error_messages={"max_length": f"Search for {LONGEST} characters or fewer"},
    )
