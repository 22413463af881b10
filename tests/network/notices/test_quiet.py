"""Letters of a night, and of days away, become one."""

from datetime import time, timedelta

import time_machine
from django.utils import timezone

from forum.talk.notices import MENTION
from network.jobs.worker import run_jobs
from network.notices.actions.preference import Quiet, choose_mail
from network.notices.kind import Pace
from tests.network.notices.test_digest import WEDNESDAY, letters_to, morning, post


def test_a_night_becomes_one_letter_at_its_end(ada, bola, topic):
    with time_machine.travel(WEDNESDAY + timedelta(hours=9)):
        choose_mail(by=ada.viewer, paces={}, quiet=Quiet(time(19), time(7, 30)))
        for _ in range(3):
            post(bola, topic)
        run_jobs()
        assert letters_to(ada) == []
    with time_machine.travel(WEDNESDAY + timedelta(hours=20)):
        run_jobs()

    assert [letter.subject for letter in letters_to(ada)] == ["3 replies"]


def test_days_away_become_one_letter_and_service_mail_comes_all_the_same(ada, bola, dina, topic):
    with time_machine.travel(WEDNESDAY):
        back = timezone.localdate() + timedelta(days=12)
        choose_mail(by=ada.viewer, paces={MENTION.name: Pace.DAILY}, quiet=Quiet(paused_until=back))
        post(bola, topic, f"@{ada.person.name}", reply_to=post(bola, topic))
    day = WEDNESDAY
    for _ in range(11):
        day = morning(day)
    assert letters_to(ada) == []

    morning(day)
    assert sorted(letter.subject for letter in letters_to(ada)) == ["1 mention", "1 reply"]
