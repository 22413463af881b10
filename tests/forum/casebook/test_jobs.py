"""What the records promise: 24 months after all of it has ended, no longer, and no sooner."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from forum.casebook.actions.appeal import appeal_against, judge_appeal
from forum.casebook.actions.note import write_note
from forum.casebook.models import Note
from forum.concerns.models import Measure
from forum.desk.actions.decision import BAR_MONTH, KEEP, PAUSE_DAY, REMIND, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import Appeal, Case, Report
from forum.extracts.actions.widening import Why, ask_widening, refuse_widening
from forum.extracts.models import Excerpt, Widening
from forum.spaces.models import Pause
from forum.talk.actions.deletion import erase_taken_back, take_back
from network.records.keeping import KEPT
from tests.factories.direct import make_conversation
from tests.factories.forum import say

A_DAY = timedelta(days=1)
HANGS_ON_IT = (Case, Report, Excerpt, Note, Widening)


@pytest.fixture(autouse=True)
def _long_ago(clock):
    """All is said and done five years ago."""


@pytest.fixture
def private_case(ada, bola, dina, leo, kemi):
    """About a private message, with an extract, a note, and a request that was answered."""
    talk = make_conversation(bola.person, ada.person)
    before, said = say(bola.viewer, talk), say(bola.viewer, talk)
    words = {"reason": "harassment", "words": "", "key": uuid4(), "beside": [before.public_id]}
    case = report_message(by=ada.viewer, message=said, **words).case
    write_note(by=dina.viewer, matter=case, body="She wants to be phoned", key=uuid4())
    asked = ask_widening(by=leo, matter=case, about=said, why=Why("abuse", "It does not show"))
    refuse_widening(by=kemi, widening=asked)
    return case


@pytest.fixture
def hidden(dina, case):
    """Ada's message, out of sight, while she rests for a day."""
    return decide_case(by=dina.viewer, case=case, decision=PAUSE_DAY, reason="Unkind", words="Unkind").message


def test_a_case_goes_24_months_after_its_decision_and_all_that_hangs_on_it(private_case, dina, after, how_many):
    decide_case(by=dina.viewer, case=private_case, decision=KEEP, reason="Nothing")
    after(KEPT)
    assert how_many(*HANGS_ON_IT) == [1] * 5

    after(A_DAY)
    after(A_DAY)

    assert how_many(*HANGS_ON_IT) == [0] * 5


def test_what_waits_stays_however_long_and_nothing_outlives_its_case(private_case, after, how_many):
    after(2 * KEPT)
    assert how_many(*HANGS_ON_IT) == [1] * 5

    Case.objects.all().delete()
    after(A_DAY)

    assert how_many(*HANGS_ON_IT) == [0] * 5


def test_a_night_that_is_cut_short_is_finished_by_the_next(private_case, dina, after, monkeypatch, how_many):
    decide_case(by=dina.viewer, case=private_case, decision=KEEP, reason="Nothing")
    with monkeypatch.context() as patched:
        patched.setattr("forum.oversight.jobs._without_matter", lambda *rows: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            after(KEPT + A_DAY)
    assert how_many(*HANGS_ON_IT) == [0, 0, 1, 1, 1]

    after(A_DAY)

    assert how_many(*HANGS_ON_IT) == [0] * 5


def test_a_hidden_message_keeps_its_case_until_24_months_after_it_came_back(ada, leo, hidden, after, how_many):
    """She may appeal for as long as it is hidden, and a later report must not put it back."""
    after(2 * KEPT)
    assert how_many(Case, Report, Pause) == [1, 1, 1]

    appeal = appeal_against(by=ada.viewer, message=hidden, words="It was a joke", key=uuid4())
    judge_appeal(by=leo, appeal=appeal, restores=True, reason="It was")
    after(KEPT)
    assert how_many(Case, Report, Pause, Appeal) == [1, 1, 1, 1]

    after(A_DAY)

    assert how_many(Case, Report, Pause, Appeal) == [0, 0, 0, 0]


def test_a_message_whose_words_are_gone_is_hidden_by_nothing(ada, dina, case, after, how_many):
    """It was decided in the moment in which she might still have undone her deletion."""
    said = case.message
    take_back(by=ada.viewer, message=said)
    decide_case(by=dina.viewer, case=case, decision=REMIND, reason="Unkind", words="Unkind")
    after(KEPT + A_DAY)
    assert how_many(Case) == [1]

    erase_taken_back(said)
    after(A_DAY)

    assert how_many(Case) == [0]


def test_all_that_was_decided_about_a_message_goes_together(ada, bola, cem, dina, leo, hidden, clock, after, how_many):
    """Which decision hides it is read from the latest appeal; without that one an earlier decision would hide it."""
    appeal = appeal_against(by=ada.viewer, message=hidden, words="It was a joke", key=uuid4())
    judge_appeal(by=leo, appeal=appeal, restores=True, reason="It was")
    clock.shift(KEPT)
    hidden.refresh_from_db()
    words = {"reason": "other", "words": "", "key": uuid4()}
    again = report_message(by=cem.viewer, message=hidden, **words).case
    after(A_DAY)
    assert how_many(Case, Appeal) == [2, 1]

    decide_case(by=leo, case=again, decision=KEEP, reason="Nothing")
    after(KEPT + A_DAY)

    assert how_many(Case, Appeal) == [0, 0]


@pytest.mark.parametrize("is_noted", [True, False])
def test_a_case_about_nothing_hidden_stays_with_what_it_led_to(
    ada, dina, leo, lounge, case, taken, after, is_noted, how_many
):
    """Older measures do not say what they came of; then the case does."""
    decide_case(by=dina.viewer, case=case, decision=KEEP, reason="Look at her")
    bar = taken("bar", ada.person, by=dina.viewer, second=leo, scope=lounge.public_id, matter=case.public_id)
    if not is_noted:
        Measure.objects.update(matter="")
        Case.objects.update(measure=bar)

    after(2 * KEPT)

    assert how_many(Case, Measure) == [1, 1]


def test_what_was_done_stays_with_its_case(dina, case, after, how_many):
    """A month outside the space is long over; the message is still hidden."""
    decide_case(by=dina.viewer, case=case, decision=BAR_MONTH, reason="Unkind", words="Unkind")

    after(2 * KEPT)

    assert how_many(Case, Measure) == [1, 1]


def test_a_report_years_later_does_not_put_back_what_is_hidden(cem, dina, hidden, after, how_many):
    """The decision is still there to say that it stays hidden."""
    after(2 * KEPT)
    report = Report.objects.get()
    later = Case.objects.create(message=hidden, due_at=timezone.now())
    Report.objects.create(case=later, message=hidden, reporter=cem.person, reason="other", key=report.key)

    decide_case(by=dina.viewer, case=later, decision=KEEP, reason="Nothing")

    hidden.refresh_from_db()
    assert hidden.hidden_at is not None
