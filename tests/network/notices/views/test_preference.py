import re
from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from forum.talk.actions.message import post_message
from forum.talk.notices import FOLLOWED, MENTION, REPLY
from network.jobs.worker import run_jobs
from network.membership import notices as membership
from network.notices.actions.preference import Quiet, choose_mail
from network.notices.actions.tell import tell
from network.notices.digest import DIGEST
from network.notices.kind import Pace, choosable
from network.notices.models import MailChoice, QuietTime
from network.notices.paces import paces_of
from network.notices.unsubscribing import address_for
from network.people.actions.suspension import suspend
from network.people.models import User

WHERE = "/m/notices/preferences/"


def choices(**changed):
    chosen = {kind.name.replace(".", "-"): str(kind.choice.default) for kind in choosable()}
    return chosen | {"begins_at": "", "ends_at": "", "paused_until": ""} | changed


def path_for(who, kind):
    return re.sub(r"^https?://[^/]+", "", address_for(who.person, kind))


def test_the_defaults_stand_there_and_what_is_chosen_stays(ada):
    page = ada.client.get(WHERE).text
    assert 'value="none" selected' in page
    assert "Mail about signing in, your places at events and decisions about you comes at once, always." in page

    until = timezone.localdate() + timedelta(days=3)
    posted = choices(**{"talk-mention": "daily"}, begins_at="19:00", ends_at="07:30", paused_until=until.isoformat())
    answer = ada.client.post(WHERE, posted)

    assert (answer.status_code, answer["Location"]) == (302, f"{WHERE}?saved=1")
    assert paces_of(ada.person.pk)[MENTION.name] == Pace.DAILY
    quiet = QuietTime.objects.get(person=ada.person)
    assert (quiet.begins_at, quiet.ends_at, quiet.paused_until) == (time(19), time(7, 30), until)
    assert 'value="19:00"' in ada.client.get(WHERE).text


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"begins_at": "19:00"}, 422),
        ({"ends_at": "25:00"}, 422),
        ({"talk-mention": "hourly"}, 422),
        ({"paused_until": (timezone.localdate() + timedelta(days=366)).isoformat()}, 302),
        ({"paused_until": (timezone.localdate() + timedelta(days=367)).isoformat()}, 422),
        ({"paused_until": "never"}, 422),
    ],
)
def test_every_answer_has_its_bounds(ada, changed, status):
    assert ada.client.post(WHERE, choices(**changed)).status_code == status


def test_a_day_that_has_passed_is_no_pause(ada):
    ada.client.post(WHERE, choices(paused_until=date(2020, 1, 1).isoformat()))

    assert QuietTime.objects.get(person=ada.person).paused_until is None


def test_a_service_kind_is_no_choice_of_anybodys(ada):
    choose_mail(by=ada.viewer, paces={"booking.offered": Pace.NONE, "desk.hidden": Pace.NONE}, quiet=Quiet())

    assert not MailChoice.objects.exists()
    assert not {kind.name.partition(".")[0] for kind in choosable()} & {"booking", "desk", "membership"}


def test_one_click_ends_a_kind_without_cookies_and_a_visit_does_not(ada):
    where, scanner = path_for(ada, REPLY.name), Client(enforce_csrf_checks=True)

    page = scanner.get(where)
    assert (page.status_code, "Stop these mails?" in page.text) == (200, True)
    assert scanner.head(where).status_code == 405
    assert paces_of(ada.person.pk)[REPLY.name] == Pace.AT_ONCE
    for _ in range(2):
        assert scanner.post(where, {"List-Unsubscribe": "One-Click"}).status_code == 200

    assert paces_of(ada.person.pk) == {MENTION.name: Pace.AT_ONCE, REPLY.name: Pace.NONE, FOLLOWED.name: Pace.NONE}


def test_that_of_a_digest_ends_every_digest_and_no_more(ada):
    paces = {MENTION.name: Pace.DAILY, FOLLOWED.name: Pace.WEEKLY}
    choose_mail(by=ada.viewer, paces=paces, quiet=Quiet())

    Client().post(path_for(ada, DIGEST))

    assert paces_of(ada.person.pk) == {MENTION.name: Pace.NONE, REPLY.name: Pace.AT_ONCE, FOLLOWED.name: Pace.NONE}


def test_a_forged_word_has_no_effect_and_finds_nothing(ada):
    where = path_for(ada, REPLY.name)
    for forged in (where[:-2] + ("a/" if where[-2] != "a" else "b/"), "/unsubscribe/anything/", "/unsubscribe/a:b:c/"):
        assert Client().post(forged).status_code == 404
        assert Client().get(forged).status_code == 404

    assert not MailChoice.objects.exists()


def test_it_works_for_a_closed_account_and_answers_alike_for_one_that_is_gone(ada):
    where = path_for(ada, REPLY.name)
    suspend(person=ada.person, by=None)
    stopped = Client().post(where)
    assert paces_of(ada.person.pk)[REPLY.name] == Pace.NONE

    User.objects.filter(pk=ada.person.pk).delete()
    assert (Client().post(where).status_code, stopped.status_code) == (200, 200)


def test_letters_one_may_end_say_how_and_the_others_do_not(ada, bola, topic):
    post_message(by=bola.viewer, thread=topic, body="Hello", key=uuid4())
    run_jobs()

    (letter,) = mail.outbox
    headers = letter.message()
    assert headers["List-Unsubscribe"] == f"<{address_for(ada.person, REPLY.name)}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert address_for(ada.person, REPLY.name) in letter.body


def test_service_mail_has_no_such_header(finn):
    tell(person=finn.person, kind=membership.WELCOME, ref="", key="1")
    run_jobs()

    assert all("List-Unsubscribe" not in one.message() for one in mail.outbox)
