"""All input of this room, with its bounds."""

from typing import Any

from django import forms

from forum.folds.rules import is_of_another
from forum.talk.models import Message
from network.access.viewer import Viewer

FOLDS = "Fold this message away for me"
MUTES = "Also mute this person"
MUTES_HINT = "What they say is folded away, for you alone. They do not learn it. You can read them again at any time."
CHOICES = ("folds", "mutes")


class FoldForm(forms.Form):
    folds = forms.BooleanField(label=FOLDS, required=False)
    mutes = forms.BooleanField(label=MUTES, help_text=MUTES_HINT, required=False)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if not found.get("folds") and not found.get("mutes"):
            self.add_error("folds", "Choose what to fold away")
        return found


def offer_folding(form: forms.Form, viewer: Viewer, message: Message) -> None:
    """Let whoever reports it have it out of their sight at once. Words without a name are folded by their pen."""
    if is_of_another(viewer, message):
        form.fields.update({name: FoldForm.base_fields[name] for name in CHOICES})


def chosen(said: dict[str, Any]) -> dict[str, bool]:
    """What a valid form wants folded away, taken out of what else it says."""
    return {name: bool(said.pop(name, False)) for name in CHOICES}
