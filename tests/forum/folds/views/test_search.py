"""What a reader has folded away is closed in what she finds as well, and opens by one press, without a script."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forum.folds.actions.fold import fold_away, read_again, unfold
from forum.sealed.actions.mute import mute_pen
from network.access.audience import ALUMNI
from network.people.models import RoleKind
from tests.cast import Someone
from tests.factories.forum import make_space, make_thread, say
from tests.factories.network import make_person
from tests.factories.sealed import whisper

CLOSED = re.compile(r'<details class="folded"><summary>(.+?)</summary>(.*?)</details>', re.DOTALL)


@pytest.fixture
def message(ada, topic):
    return say(ada.viewer, topic, "Loud canary words")


@pytest.fixture
def chidi(db):
    """Another alumna."""
    return Someone(make_person("Chidi Eze", roles=((RoleKind.ALUMNA, "C07"),)))


def found_by(someone):
    return someone.client.post("/m/search/", {"q": "canary"}).content.decode()


def closed_in(page):
    """Who says what is closed, and how much of it is outside."""
    outside = CLOSED.sub("", page)
    return [(name, "canary words" in inside) for name, inside in CLOSED.findall(page)], "canary words" in outside


def test_a_folded_message_is_closed_for_whoever_folded_it_alone(message, ada, bola, cem):
    fold_away(by=bola.viewer, message=message)

    assert closed_in(found_by(bola)) == ([(f"{ada.person.name}, folded away", True)], False)
    assert closed_in(found_by(cem)) == closed_in(found_by(ada)) == ([], True)

    unfold(by=bola.viewer, message=message)
    assert closed_in(found_by(bola)) == ([], True)


def test_so_is_all_that_somebody_says_whom_they_have_muted(message, ada, bola, cem, topic):
    say(cem.viewer, topic, "Calm words of a canary")
    fold_away(by=bola.viewer, message=message, folds=False, mutes=True)

    page = found_by(bola)
    assert closed_in(page) == ([(f"{ada.person.name}, folded away", True)], False)
    assert "Calm words" in CLOSED.sub("", page)

    read_again(by=bola.viewer, person=ada.person)
    assert closed_in(found_by(bola)) == ([], True)


def test_and_all_that_is_said_under_a_pen_they_have_muted(ada, chidi):
    room = make_space("Among ourselves", ALUMNI, takes_unnamed=True)
    said = whisper(ada.viewer, make_thread(chidi.viewer, room), "Quiet canary words")
    assert closed_in(found_by(chidi)) == ([], True)

    mute_pen(by=chidi.viewer, message=said)

    assert closed_in(found_by(chidi)) == ([(f"{said.pen_name}, folded away", True)], False)


def test_it_costs_a_question_for_what_somebody_has_folded_and_none_for_the_rest(message, ada, bola, cem, topic):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            found_by(bola)
        return len(asked)

    found_by(bola)
    one = queries()
    others = [say(ada.viewer, topic, f"More canary words {number}") for number in range(5)]
    assert queries() == one

    for other in others[:2]:
        fold_away(by=cem.viewer, message=other)
    assert queries() == one + 2
