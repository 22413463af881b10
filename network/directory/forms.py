"""Searching for people, and saying what one shows of oneself."""

from django import forms

from network.directory.models import Profile
from network.people.models import Organisation, ShieldLevel

REGIONS = [
    "East Midlands",
    "Eastern",
    "Greater London",
    "North East",
    "North West",
    "South East",
    "South West",
    "West Midlands",
    "Yorkshire and the Humber",
]


class DirectoryForm(forms.Form):
    words = forms.CharField(label="Name, role or expertise", max_length=100, required=False)
    region = forms.ChoiceField(
        label="Region", required=False, choices=[("", "All regions"), *[(region, region) for region in REGIONS]]
    )
    mentoring = forms.ChoiceField(
        label="Mentoring",
        required=False,
        choices=[("", "Everybody"), ("offering", "Offers to mentor"), ("looking", "Looks for a mentor")],
    )
    page = forms.IntegerField(required=False, min_value=1, max_value=1_000, widget=forms.HiddenInput)


class ProfileForm(forms.ModelForm):
    class Meta:
        model = Profile
        exclude = ["person", "public_id"]  # noqa: DJ006 - everything else is the owner's to change
        labels = {
            "is_listed": "List me in the directory",
            "listed_to": "Who may find me",
            "role_title": "Role",
            "organisation_name": "Organisation",
            "membership": "Membership",
            "contact": "How to reach me",
        }
        widgets = {"about": forms.Textarea(attrs={"rows": 5})}


class ShieldForm(forms.Form):
    organisation = forms.ModelChoiceField(
        Organisation.objects.order_by("name"),
        label="Organisation",
        error_messages={"required": "Choose an organisation", "invalid_choice": "Choose an organisation"},
    )
    level = forms.ChoiceField(
        label="How far",
        choices=ShieldLevel,
        initial=ShieldLevel.LISTS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how far"},
    )
