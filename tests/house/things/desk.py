"""Of the moderators' table."""

from uuid import uuid4

from forum.casebook.actions.appeal import appeal_against
from forum.desk.actions.decision import REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.spaces.actions.watchword import watch_word
from forum.talk.actions.thread import close_thread
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.people.models import RoleKind
from tests.factories.forum import make_thread, say
from tests.factories.network import make_person


def case(cast):
    """Of Cem's report about a message of Ada's."""
    said = say(cast.ada.viewer, make_thread(cast.ada.viewer))
    words = {"reason": "other", "words": "Please look", "key": uuid4()}
    return {"public_id": report_message(by=cast.cem.viewer, message=said, **words).case.public_id}


def closed_thread(cast):
    """Ada's, closed by herself."""
    return {"public_id": close_thread(by=cast.ada.viewer, thread=make_thread(cast.ada.viewer)).public_id}


def hidden_message(cast):
    """Ada's, reported by Cem and hidden by Dina, where a second moderator could look again."""
    message = _hidden_by(cast, cast.dina.viewer)
    _second_moderator()
    return {"thread_id": message.thread.public_id, "public_id": message.public_id}


def appeal(cast):
    """Ada's, against what a second moderator decided."""
    message = _hidden_by(cast, _second_moderator())
    # The cast is made as it is named, and nobody appeals where nobody could look again.
    assert cast.dina.viewer
    return _appeal(cast, message)


def appeal_against_dina(cast):
    """Ada's, against what Dina decided."""
    message = _hidden_by(cast, cast.dina.viewer)
    _second_moderator()
    return _appeal(cast, message)


def _second_moderator():
    return viewer_of(make_person("Leo Marsh", roles=((RoleKind.MODERATOR, ""),)))


def _hidden_by(cast, moderator):
    said = say(cast.ada.viewer, make_thread(cast.ada.viewer))
    one = report_message(by=cast.cem.viewer, message=said, reason="other", words="", key=uuid4()).case
    decide_case(by=moderator, case=one, decision=REMIND, reason="Logged", words="Hello Ada.")
    return Message.objects.get(pk=said.pk)


def _appeal(cast, message):
    asked = appeal_against(by=cast.ada.viewer, message=message, words="It names nobody", key=uuid4())
    return {"public_id": asked.public_id}


def watched(cast):
    return {"word_id": watch_word(by=cast.dina.viewer, text="a word").pk}
