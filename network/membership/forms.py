"""The questions of joining, one page each."""

from datetime import date, timedelta

from django import forms
from django.utils import timezone

from network.membership.models import PledgeVerb
from network.people.joining import clean_name

EMPTY_PROMISES = (
    "support the cause",
    "be supportive",
    "be an ally",
    "raise awareness",
    "do my best",
    "help where i can",
)
STAFF_WORDS = ("moderator", "administrator", "bali network", "bali team", "staff college")


class NameForm(forms.Form):
    name = forms.CharField(
        label="What is your name?",
        help_text="As you write it yourself. One word is enough.",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Enter your name"},
    )

    def clean_name(self) -> str:
        name = clean_name(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError("Enter your name")
        if any(word in name.lower() for word in STAFF_WORDS):
            raise forms.ValidationError("Enter your own name. Badges come from the network, not from names")
        return name


class AddressForm(forms.Form):
    email = forms.EmailField(
        label="What is your email address?",
        help_text="A personal address is safest: your employer may read mail to a work address.",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": "Enter your email address",
            "invalid": "Enter an email address like name@example.org",
        },
    )

    def clean_email(self) -> str:
        return self.cleaned_data["email"].strip().lower()


class WorkForm(forms.Form):
    organisation = forms.CharField(
        label="Where do you work?",
        help_text="Your authority, trust or organisation. Start typing its name.",
        max_length=200,
        widget=forms.TextInput(attrs={"list": "organisations", "autocomplete": "organization"}),
        error_messages={"required": "Enter where you work"},
    )
    role_title = forms.CharField(
        label="What is your role?",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
        error_messages={"required": "Enter your role"},
    )


class WhyForm(forms.Form):
    why = forms.CharField(
        label="Why do you want to stand with us?",
        help_text="Two or three sentences. The person who welcomes you reads them.",
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "Tell us why", "max_length": "Shorten your answer to 1,000 characters or fewer"},
    )


class PledgeForm(forms.Form):
    verb = forms.ChoiceField(
        label="I will",
        choices=PledgeVerb,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what you will do"},
    )
    action = forms.CharField(
        label="What exactly will you do?",
        help_text="For example: put one colleague's name forward for an acting-up post.",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say what exactly you will do"},
    )
    for_whom = forms.CharField(
        label="For whom?",
        help_text="A group, not a named person. For example: team managers in my service.",
        max_length=200,
        error_messages={"required": "Say for whom"},
    )
    by_when = forms.DateField(
        label="By when?",
        help_text="For example 31/10/2027",
        input_formats=["%d/%m/%Y", "%Y-%m-%d", "%d %B %Y"],
        error_messages={"required": "Enter a date", "invalid": "Enter a date like 31/10/2027"},
    )
    how_known = forms.CharField(
        label="How will you know it is done?",
        help_text="For example: the panel’s minutes say who was asked for.",
        max_length=300,
        error_messages={"required": "Say how you will know"},
    )

    def clean_action(self) -> str:
        action = self.cleaned_data["action"].strip()
        if len(action.split()) < 4 or any(empty in action.lower() for empty in EMPTY_PROMISES):
            raise forms.ValidationError(
                "Say what somebody could see you do, such as “ask who is missing before an appointment panel sits”"
            )
        return action

    def clean_by_when(self) -> date:
        when: date = self.cleaned_data["by_when"]
        today = timezone.localdate()
        if not today < when <= today + timedelta(days=3 * 366):
            raise forms.ValidationError("Choose a date in the next three years")
        return when


class RulesForm(forms.Form):
    rules = forms.BooleanField(
        label="I agree to the house rules", error_messages={"required": "You need to agree to the house rules to join"}
    )
    privacy = forms.BooleanField(
        label="I have read the privacy notice",
        error_messages={"required": "Read the privacy notice, then tick that you have"},
    )


class CohortForm(forms.Form):
    cohort = forms.CharField(
        label="Which cohort were you in?",
        help_text="A number or a name, such as 9 or London A. If you are not sure, the year will do.",
        max_length=60,
        error_messages={"required": "Enter your cohort, or the year"},
    )
    organisation = forms.CharField(
        label="Where did you work then?",
        max_length=200,
        widget=forms.TextInput(attrs={"list": "organisations"}),
        error_messages={"required": "Enter where you worked"},
    )


ALLY_STEPS: dict[str, type[forms.Form]] = {
    "name": NameForm,
    "address": AddressForm,
    "work": WorkForm,
    "why": WhyForm,
    "pledge": PledgeForm,
    "rules": RulesForm,
}
ALUMNI_STEPS: dict[str, type[forms.Form]] = {
    "name": NameForm,
    "address": AddressForm,
    "cohort": CohortForm,
    "rules": RulesForm,
}
