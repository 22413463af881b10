"""All input of this room, with its bounds."""

from typing import Any

from django import forms
from django.template.defaultfilters import truncatechars
from django.utils import timezone

from forum.extracts.actions.widening import Why
from forum.extracts.lists import choosable
from forum.extracts.models import WideningReason
from forum.spaces.models.takes_two import WORDS_LENGTH
from forum.talk.models import Message
from network.access.viewer import Viewer

READ_NO_MORE = (
    "The one you report, and those you choose here as they stand now. Moderators read no more of your conversation, "
    "unless two of them open it for a grave reason; then everybody in it is told."
)


def offer_beside(form: forms.Form, viewer: Viewer, message: Message) -> None:
    """Let whoever reports a message of a private conversation choose what may be read beside it: nothing, until they
    do. A message of any other space offers no such choice."""
    if not message.space.is_direct:
        return
    choices = [(one.public_id, _in_words(one)) for one in choosable(viewer, message)]
    form.fields["beside"] = forms.MultipleChoiceField(
        label="Which other messages may moderators read?",
        help_text=READ_NO_MORE,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Choose among the messages below: one of yours is not there any more"},
    )


def _in_words(message: Message) -> str:
    at = timezone.localtime(message.said_at)
    return f"{message.author_name}, {at.day} {at:%B}, {at:%H:%M}: {truncatechars(message.body, 120)}"


def words_field(label: str, hint: str, missing: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=WORDS_LENGTH,
        required=bool(missing),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": missing, "max_length": f"Shorten this to {WORDS_LENGTH} characters or fewer"},
    )


class WideningForm(forms.Form):
    reason = forms.ChoiceField(
        label="Why must more of it be read?",
        choices=WideningReason,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why more of it must be read"},
    )
    words = words_field(
        "What has happened", "For the second person and the log.", "Write why the extract is not enough"
    )
    is_untold = forms.BooleanField(
        label="Those in the conversation must not know now",
        required=False,
        help_text="Because the law forbids it or somebody would be in danger. They are then told after three months.",
    )
    untold_because = words_field("Why they must not know now", "For the second person and the log.")

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("is_untold") and not found.get("untold_because"):
            self.add_error("untold_because", "Write why they must not know now")
        return found

    def why(self) -> Why:
        """What a valid form says."""
        said = self.cleaned_data
        untold = said["untold_because"] if said["is_untold"] else ""
        return Why(said["reason"], said["words"], untold)


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(choices=[("open", "Open it"), ("refuse", "Leave it closed")])
