"""What becomes of a question that was looked at first."""

from forum.stage.actions.question import mark_question
from forum.stage.models import Question
from forum.talk.models import Message


def mark_posted(message: Message) -> None:
    """It is a question, as its author said when they handed it in."""
    for question in Question.objects.filter(author=message.author_id, key=message.key, message=None):
        mark_question(question, message)


POSTED = [mark_posted]
