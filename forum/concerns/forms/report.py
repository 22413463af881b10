"""What is asked of whoever reports, with its bounds."""

from django import forms

from forum.concerns.actions.concern import Told
from forum.concerns.models import Category
from forum.concerns.models.concern import PLACE_LENGTH, WORDS_LENGTH
from network.access.once import OnceKeyField

AT_WORK = "It is about my workplace"
AT_WORK_HINT = "Nobody who works where you do will see this report. The mark is shown to nobody but moderators."


class ConcernForm(forms.Form):
    category = forms.ChoiceField(
        label="What is wrong?",
        choices=Category,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong"},
    )
    is_about_workplace = forms.BooleanField(label=AT_WORK, help_text=AT_WORK_HINT, required=False)
    words = forms.CharField(
        label="What should the moderators know?",
        max_length=WORDS_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": f"Shorten your words to {WORDS_LENGTH:,} characters or fewer"},
    )
    key = OnceKeyField()

    def told(self) -> Told:
        said = self.cleaned_data
        return Told(said["category"], said["words"], said["is_about_workplace"])


class AgainstHidingForm(ConcernForm):
    """What is wrong is that it was hidden: nothing is to be chosen."""

    category = None  # type: ignore[assignment]

    def told(self) -> Told:
        return Told(Category.COMPLAINT, self.cleaned_data["words"], self.cleaned_data["is_about_workplace"])


class PublicForm(forms.Form):
    category = forms.ChoiceField(
        label="What is wrong?",
        choices=Category,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is wrong"},
    )
    place = forms.CharField(
        label="Where is it?",
        help_text="The address of the page, or where and when you saw it.",
        max_length=PLACE_LENGTH,
        error_messages={
            "required": "Say where you saw it",
            "max_length": f"Shorten this to {PLACE_LENGTH} characters or fewer",
        },
    )
    words = forms.CharField(
        label="What should we know?",
        max_length=WORDS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "Tell us what is wrong",
            "max_length": f"Shorten your words to {WORDS_LENGTH:,} characters or fewer",
        },
    )
    answer_to = forms.EmailField(
        label="Where can we answer?",
        help_text="Your email address, for the answer alone. We delete it once we have answered.",
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": "Enter an email address like name@example.org"},
    )
    # No eye sees it, and what fills every field fills it.
    website = forms.CharField(
        label="Leave this empty",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    key = OnceKeyField()

    def told(self) -> Told:
        said = self.cleaned_data
        return Told(said["category"], said["words"])

    def is_from_machine(self) -> bool:
        return bool(self.cleaned_data["website"])
