"""What talk shows of this room under a message, alike for readers of equal sight."""

from collections.abc import Sequence

from django.template.loader import get_template
from django.utils.safestring import SafeString

from forum.stage.models import Question, Sitting
from forum.talk.models import Message
from network.access.viewer import Viewer


def phases(messages: Sequence[Message], viewer: Viewer) -> dict[int, SafeString]:
    """Under the first message of a talk: what its phase is for, and whether it was paused."""
    found = Sitting.objects.filter(opening__in=_timed(messages)).select_related("thread__space")
    draw = get_template("forum/stage/sitting/_mark.html").render
    return {one.opening_id: draw({"sitting": one}) for one in (found if _timed(messages) else [])}


def questions(messages: Sequence[Message], viewer: Viewer) -> dict[int, SafeString]:
    """That it is a question, how many want it answered, and whether it was."""
    some = _timed(messages)
    found = Question.objects.filter(message__in=some).with_votes(viewer).select_related("sitting") if some else []
    draw = get_template("forum/stage/question/_mark.html").render
    return {one.message_id: draw({"question": one}) for one in found}


def _timed(messages: Sequence[Message]) -> list[Message]:
    """Those in threads with a timetable: nowhere else is anything asked of this room."""
    return [message for message in messages if message.thread.closes_at]


BESIDE = [phases, questions]
