"""All input of this room, with its bounds."""

from django import forms

from forum.casebook.models.note import NOTE_LENGTH
from forum.casebook.models.objection import WORDS_LENGTH
from forum.concerns.forms import card, reason_field
from network.access.once import OnceKeyField


class ObjectionForm(forms.Form):
    words = forms.CharField(
        label="Why is it wrong?",
        max_length=WORDS_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": "Write why you think the decision is wrong",
            "max_length": f"Shorten your appeal to {WORDS_LENGTH} characters or fewer",
        },
    )
    key = OnceKeyField()


OVERTURN = "overturn"
OUTCOMES = [
    ("uphold", card("Let it stand", "They are told that you have looked. They cannot appeal again.")),
    (OVERTURN, card("Undo it", "It ends at once, or the message is posted. They are told, and so is whoever decided.")),
]


class JudgementForm(forms.Form):
    decision = forms.ChoiceField(
        label="Decision",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what should happen"},
    )
    reason = reason_field()


class NoteForm(forms.Form):
    body = forms.CharField(
        label="Note for other moderators",
        help_text="Kept with this, and never changed. Whom it is about does not see it.",
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Write a note",
            "max_length": f"Shorten the note to {NOTE_LENGTH} characters or fewer",
        },
    )
    key = OnceKeyField()


class HandOverForm(NoteForm):
    body = forms.CharField(
        label="What should whoever takes it next know?",
        help_text="It is noted on everything you have taken. Nobody it is about sees it.",
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Write what they should know",
            "max_length": f"Shorten the note to {NOTE_LENGTH} characters or fewer",
        },
    )
