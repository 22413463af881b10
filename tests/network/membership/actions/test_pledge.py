"""A pledge is asked after three times at most, and then left in peace."""

from datetime import date, timedelta

import pytest
import time_machine

from network.access.visible import Refused
from network.jobs.worker import run_jobs
from network.membership.actions.pledge import answer_pledge
from network.membership.actions.request import admit_ally
from network.membership.jobs import follow_pledges_up
from network.membership.models import Pledge, PledgeState
from network.notices.models import Letter

DUE = date(2027, 3, 31)


@pytest.fixture
def pledge(finn, eves_request) -> Pledge:
    admit_ally(by=finn.viewer, request=eves_request)
    Pledge.objects.update(by_when=DUE)
    return Pledge.objects.get()


def on(day: date) -> None:
    """What a morning does, run twice as after a crash."""
    with time_machine.travel(f"{day.isoformat()}T09:10:00+00:00", tick=False):
        follow_pledges_up.now()
        follow_pledges_up.now()


def asks() -> int:
    return Letter.objects.filter(kind="membership.pledge_due").count()


@pytest.mark.parametrize(
    ("days", "asked"), [(-15, 0), (-14, 1), (-1, 1), (0, 2), (29, 2), (30, 3), (59, 3)], ids=lambda value: str(value)
)
def test_it_is_asked_after_on_its_days(pledge, days, asked):
    for day in sorted({-15, -14, -1, 0, 29, 30, 59} & set(range(-20, days + 1))):
        on(DUE + timedelta(days=day))

    assert asks() == asked


def test_after_two_months_of_silence_it_has_lapsed_and_nobody_asks_again(pledge):
    for day in (-14, 0, 30, 60, 90, 365):
        on(DUE + timedelta(days=day))

    assert (Pledge.objects.get().state, asks()) == (PledgeState.LAPSED, 3)


def test_an_answered_pledge_is_asked_no_more(eve, pledge):
    answer_pledge(by=eve.viewer, pledge=pledge, state="kept", note="Two were shortlisted")

    on(DUE)

    assert (Pledge.objects.get().state, asks()) == (PledgeState.KEPT, 0)


def test_a_reminder_on_its_way_stays_behind_once_the_pledge_is_answered(eve, pledge, mailoutbox, on_commit):
    on(DUE)
    answer_pledge(by=eve.viewer, pledge=pledge, state="changed")
    mailoutbox.clear()

    run_jobs()

    assert [mail for mail in mailoutbox if mail.subject == "A date you set yourself"] == []


def test_nobody_answers_for_another(bola, pledge):
    with pytest.raises(Refused):
        answer_pledge(by=bola.viewer, pledge=pledge, state="kept")
