"""Who may do what at the desk."""

from uuid import uuid4

from forum.concerns.rules import can_decide
from forum.desk.actions.report import report_message
from tests.factories.forum import say


def test_moderators_decide(ada, bola, cem, dina, eve, efe, finn, outsider, topic):
    words = {"reason": "other", "words": "", "key": uuid4()}
    case = report_message(by=bola.viewer, message=say(ada.viewer, topic), **words).case

    may = {who for who in (ada, bola, cem, dina, eve, efe, finn, outsider) if can_decide(who.viewer, case)}

    assert may == {dina}
