"""All input of this room, with its bounds."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from forum.hands.actions.poll import LONGEST, Question
from forum.hands.models import Poll, ReactionKind
from forum.hands.models.poll import ANSWER_LENGTH, FEWEST_ANSWERS, MOST_ANSWERS, QUESTION_LENGTH
from network.access.once import OnceKeyField


class ReactionForm(forms.Form):
    kind = forms.ChoiceField(choices=ReactionKind)


def answers_in(text: str) -> list[str]:
    """One answer per line; empty lines are none."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class PollForm(forms.Form):
    words = forms.CharField(
        label="What do you ask?",
        max_length=QUESTION_LENGTH,
        error_messages={
            "required": "Write your question",
            "max_length": f"Shorten your question to {QUESTION_LENGTH} characters or fewer",
        },
    )
    answers = forms.CharField(
        label="Answers to choose from",
        max_length=MOST_ANSWERS * (ANSWER_LENGTH + 2),
        help_text=f"One on each line, {FEWEST_ANSWERS} to {MOST_ANSWERS} of them.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Write the answers, one on each line",
            "max_length": f"Shorten the answers to {ANSWER_LENGTH} characters or fewer each",
        },
    )
    closes_at = forms.DateTimeField(
        label="When does it close?",
        help_text="UK time, within sixty days. Nobody sees a result before.",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={
            "required": "Give the day and time when it closes",
            "invalid": "Give a day and a time, such as 4 November 2026, 11:45",
        },
    )
    is_multiple = forms.BooleanField(label="People may choose several answers", required=False)
    naming = forms.ChoiceField(
        label="Are names shown?",
        choices=[
            ("named", "With names: once it has closed, those who read here see who chose what"),
            (
                "anonymous",
                "Anonymous: nobody sees or can look up who chose what. Numbers are rounded, "
                "and an answer chosen by fewer than 10 people shows none",
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether names are shown"},
    )
    key = OnceKeyField()

    def clean_answers(self) -> list[str]:
        """Two to eight different ones, none too long."""
        found = answers_in(self.cleaned_data["answers"])
        if not FEWEST_ANSWERS <= len(found) <= MOST_ANSWERS:
            raise forms.ValidationError(f"Write {FEWEST_ANSWERS} to {MOST_ANSWERS} answers, one on each line")
        if any(len(answer) > ANSWER_LENGTH for answer in found):
            raise forms.ValidationError(f"Shorten each answer to {ANSWER_LENGTH} characters or fewer")
        if len({answer.casefold() for answer in found}) < len(found):
            raise forms.ValidationError("Write each answer once")
        return found

    def clean_closes_at(self) -> datetime:
        """Ahead, and not too far."""
        closes_at: datetime = self.cleaned_data["closes_at"]
        if not timezone.now() < closes_at <= timezone.now() + LONGEST:
            raise forms.ValidationError("Choose a time from now to sixty days ahead")
        return closes_at

    def question(self) -> Question:
        """What a valid form asks."""
        told = self.cleaned_data
        is_anonymous = told["naming"] == "anonymous"
        return Question(told["words"], told["answers"], told["closes_at"], told["is_multiple"], is_anonymous)


class VoteForm(forms.Form):
    """Which answers. Several polls of one page share a form there: each field begins with its message's opaque id."""

    answers = forms.MultipleChoiceField(
        error_messages={"required": "Choose an answer", "invalid_choice": "Choose one of the answers"}
    )

    def __init__(self, data: Any, *, poll: Poll) -> None:
        super().__init__(data, prefix=poll.message.public_id)
        self.poll = poll
        self.fields["answers"].choices = [(str(number), "") for number in range(1, len(poll.answers) + 1)]

    def clean_answers(self) -> list[int]:
        """Their positions; one alone where the poll takes one."""
        chosen = sorted(set(map(int, self.cleaned_data["answers"])))
        if len(chosen) > 1 and not self.poll.is_multiple:
            raise forms.ValidationError("Choose one answer")
        return chosen
