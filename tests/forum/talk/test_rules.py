"""Who may do what in talk, one table a rule. Actions and pages ask these; they are tested where they stand."""

from datetime import timedelta

import pytest

from forum.spaces.actions.pause import pause_person
from forum.spaces.models import SpaceMode
from forum.talk import rules
from forum.talk.actions.invitation import invite_allies
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


def test_where_allies_listen_they_answer_only_what_invites_them(ada, who_may):
    space = make_space(is_listening=True)
    topic, invited = make_thread(ada.viewer, space), make_thread(ada.viewer, space)
    invite_allies(by=ada.viewer, thread=invited)

    assert who_may(rules.can_open_thread, space) == who_may(rules.can_post, topic) == {"ada", "cem", "dina"}
    assert who_may(rules.can_post, invited) == {"ada", "bola", "cem", "dina"}


def test_the_author_and_moderators_invite_allies_where_they_listen(ada, bola, who_may):
    space = make_space()
    hers, an_allys = make_thread(ada.viewer, space), make_thread(bola.viewer, space)
    assert who_may(rules.can_invite_allies, hers) == set()

    space.is_listening = True

    assert who_may(rules.can_invite_allies, hers) == {"ada", "dina"}
    assert who_may(rules.can_invite_allies, an_allys) == {"dina"}


def test_words_belong_to_their_author_and_reports_to_the_others(ada, who_may, topic):
    message = say(ada.viewer, topic)

    assert who_may(rules.can_edit, message) == who_may(rules.can_delete, message) == {"ada"}
    assert who_may(rules.can_report, message) == {"bola", "cem", "dina"}


def test_author_and_moderators_close(ada, who_may, topic, alumni_room):
    assert who_may(rules.can_close, topic) == {"ada", "dina"}
    assert who_may(rules.can_close, make_thread(ada.viewer, alumni_room)) == {"ada"}


def test_an_author_who_is_paused_or_listens_closes_nothing(ada, bola, dina, who_may, topic):
    an_allys = make_thread(bola.viewer)
    assert who_may(rules.can_close, an_allys) == {"bola", "dina"}

    an_allys.space.is_listening = True
    pause_person(by=dina.viewer, person=ada.person, span=timedelta(days=1), reason="Three times")

    assert who_may(rules.can_close, an_allys) == who_may(rules.can_close, topic) == {"dina"}
    an_allys.is_open_to_allies = True
    assert who_may(rules.can_close, an_allys) == {"bola", "dina"}


def test_in_a_read_only_space_those_who_run_it_close(ada, who_may, topic):
    topic.space.mode = SpaceMode.READ_ONLY

    assert who_may(rules.can_close, topic) == {"dina"}
