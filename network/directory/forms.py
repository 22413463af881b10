"""Searching for people, and saying what one shows of oneself."""

from typing import Any

from django import forms

from network.directory.models import FIELDS_WITH_AUDIENCE, LABELS, Profile
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
    words = forms.CharField(
        label="Name, role or expertise",
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": "Search for 100 characters or fewer"},
    )
    region = forms.ChoiceField(
        label="Region",
        required=False,
        choices=[("", "Any region"), *[(region, region) for region in REGIONS]],
        error_messages={"invalid_choice": "Choose a region from the list"},
    )
    organisation = forms.CharField(
        label="Authority or organisation",
        max_length=200,
        required=False,
        error_messages={"max_length": "Shorten the organisation’s name"},
    )
    mentoring = forms.ChoiceField(
        label="Mentoring",
        required=False,
        choices=[("", "Everybody"), ("offering", "Offers to mentor"), ("looking", "Looks for a mentor")],
        error_messages={"invalid_choice": "Choose from the list"},
    )
    page = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)


class ProfileForm(forms.ModelForm):
    """Each field with its audience beside it. What somebody's membership is comes from their roles, not from them."""

    class Meta:
        model = Profile
        fields = ["is_listed", "listed_to"] + [
            name for field in FIELDS_WITH_AUDIENCE for name in (field, f"{field}_to") if name != "membership"
        ]
        labels = {
            "is_listed": "List me in the directory",
            "listed_to": "Who may find me",
            "role_title": "Role",
            "organisation_name": "Organisation",
            "expertise": "Can help with",
            "contact": "Email or telephone to show",
        }
        help_texts = {
            "is_listed": "Until you tick this, nobody finds you and your profile has no page for others.",
            "expertise": "A few words or phrases, with commas between them.",
            "about": "A few sentences. What you do, and what you would like to be asked about.",
            "mentoring": "You can say no to any request.",
        }
        widgets = {"about": forms.Textarea(attrs={"rows": 5})}

    region = forms.ChoiceField(
        label="Region", required=False, choices=[("", "Not said"), *[(region, region) for region in REGIONS]]
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in FIELDS_WITH_AUDIENCE:
            self.fields[f"{name}_to"].label = f"Who can see {LABELS[name].lower()}"

    def rows(self) -> list[dict[str, Any]]:
        """For the page: each field and its audience, in the model's order. Membership has its words alone."""
        return [
            {
                "name": name,
                "label": LABELS[name],
                "field": self[name] if name in self.fields else None,
                "audience": self[f"{name}_to"],
            }
            for name in FIELDS_WITH_AUDIENCE
        ]


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
