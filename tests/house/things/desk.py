"""Of the moderators' table."""

from uuid import uuid4

from forum.desk.actions.report import report_message
from forum.talk.actions.thread import close_thread
from tests.factories.forum import make_thread, say


def case(cast):
    """Of Cem's report about a message of Ada's."""
    said = say(cast.ada.viewer, make_thread(cast.ada.viewer))
    words = {"reason": "other", "words": "Please look", "key": uuid4()}
    return {"public_id": report_message(by=cast.cem.viewer, message=said, **words).case.public_id}


def closed_thread(cast):
    """Ada's, closed by herself."""
    return {"public_id": close_thread(by=cast.ada.viewer, thread=make_thread(cast.ada.viewer)).public_id}
