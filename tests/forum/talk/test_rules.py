"""Who may do what in talk, one table a rule. Actions and pages ask these; they are tested where they stand."""

import pytest

from forum.spaces.models import SpaceMode
from forum.talk import rules
from tests.factories.forum import make_space, make_thread, say

NAMES = ("ada", "bola", "cem", "dina", "eve", "efe", "finn", "outsider")


@pytest.fixture
def who_may(ada, bola, cem, dina, eve, efe, finn, outsider):
    cast = dict(zip(NAMES, (ada, bola, cem, dina, eve, efe, finn, outsider), strict=True))

    def ask(rule, thing):
        return {name for name, who in cast.items() if rule(who.viewer, thing)}

    return ask


def test_members_talk_in_their_spaces(ada, who_may, lounge, alumni_room):
    topic, alumni_topic = make_thread(ada.viewer, lounge), make_thread(ada.viewer, alumni_room)

    assert who_may(rules.can_open_thread, lounge) == who_may(rules.can_post, topic) == {"ada", "bola", "cem", "dina"}
    assert who_may(rules.can_open_thread, alumni_room) == who_may(rules.can_post, alumni_topic) == {"ada"}


def test_nobody_talks_where_it_is_read_only(who_may):
    assert who_may(rules.can_open_thread, make_space(mode=SpaceMode.READ_ONLY)) == set()


def test_words_belong_to_their_author_and_reports_to_the_others(ada, who_may, topic):
    message = say(ada.viewer, topic)

    assert who_may(rules.can_edit, message) == who_may(rules.can_delete, message) == {"ada"}
    assert who_may(rules.can_report, message) == {"bola", "cem", "dina"}


def test_author_and_moderators_close(ada, who_may, topic, alumni_room):
    assert who_may(rules.can_close, topic) == {"ada", "dina"}
    assert who_may(rules.can_close, make_thread(ada.viewer, alumni_room)) == {"ada"}
