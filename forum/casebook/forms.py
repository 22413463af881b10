"""All input of this room, with its bounds."""

from typing import Any

from django import forms

from forum.casebook.models.note import NOTE_LENGTH
from forum.casebook.models.objection import WORDS_LENGTH
from forum.concerns.forms import card, reason_field
from forum.desk.forms import CARDS, DecidingForm
from forum.desk.models.appeal import APPEAL_LENGTH
from forum.talk.models.message import REASON_LENGTH
from network.access.once import OnceKeyField


def _words_field(label: str, length: int) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=length,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": "Write why you think the decision is wrong",
            "max_length": f"Shorten your appeal to {length} characters or fewer",
        },
    )


class ObjectionForm(forms.Form):
    words = _words_field("Why is it wrong?", WORDS_LENGTH)
    key = OnceKeyField()


class CoverForm(ObjectionForm):
    words = _words_field("Why should it be shown?", WORDS_LENGTH)


class AppealForm(ObjectionForm):
    words = _words_field("Why should it stand?", APPEAL_LENGTH)


OVERTURN, RESTORE = "overturn", "restore"
OUTCOMES = [
    ("uphold", card("Let it stand", "They are told that you have looked. They cannot appeal again.")),
    (OVERTURN, card("Undo it", "It ends at once, or the message is posted. They are told, and so is whoever decided.")),
]


OF_A_MESSAGE = [
    ("uphold", card("Keep it hidden", "The author is told that you have looked. They cannot appeal again.")),
    (
        RESTORE,
        card("Put it back", "The message stands again in its place, and a pause that came with the decision ends."),
    ),
]


def _decision_field(outcomes: list[tuple[str, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Decision",
        choices=outcomes,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what should happen"},
    )


class JudgementForm(forms.Form):
    decision = _decision_field(OUTCOMES)
    reason = reason_field()


class MessageJudgementForm(JudgementForm):
    decision = _decision_field(OF_A_MESSAGE)


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


ACT, ASK = "act", "ask"
CONCERN_CARDS = [
    ("keep", card("Nothing to do", "Close the report. Whoever reported it is told that you have looked.")),
    (ACT, card("Dealt with", "Say below what you did. Whoever reported it is told that something was done.")),
    CARDS[-1],
]

# Of what others keep by their office: nobody else hides anything of it.
ASK_CARD = (
    ASK,
    card("Ask those who edit it", "They read your words. Whoever reported it is told that you have asked."),
)

# Of an appeal against what was hidden of a title or a profile.
COVER_CARDS = [
    ("keep", card("Keep it hidden", "Whoever appealed is told that somebody else has looked.")),
    (ACT, card("Put it back", "The words stand again in their place.")),
    CARDS[-1],
]


class ConcernDecisionForm(DecidingForm):
    decision = forms.ChoiceField(
        label="Decision",
        choices=CONCERN_CARDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what should happen"},
    )
    reason = reason_field("What you did and why. For the log alone.")

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("hides") and found.get("decision") not in (ACT, None):
            self.add_error("decision", "Choose Dealt with where you hide something")
        if found.get("hides") and not found.get("words"):
            self.add_error("words", "Write why, and what they can do")
        if found.get("decision") == ASK and not found.get("asks"):
            self.add_error("asks", "Write what is wrong, and what they can do")
        if found.get("asks") and found.get("decision") not in (ASK, None):
            self.add_error("decision", "Choose Ask those who edit it where you write to them")
        return found


def offer_asking(form: forms.Form) -> None:
    """Let whoever decides write to those who keep the thing."""
    form.fields["asks"] = forms.CharField(
        label="Message to those who edit it",
        help_text="It names neither you nor whoever reported.",
        max_length=REASON_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": f"Shorten this to {REASON_LENGTH} characters or fewer"},
    )
