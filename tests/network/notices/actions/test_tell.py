import pytest
from django.apps import apps
from django.core import mail

from network.access.visible import Refused
from network.jobs.worker import run_jobs
from network.notices.actions.tell import mark_read, tell
from network.notices.kind import Kind
from network.notices.models import Letter, LetterState, Notice
from network.people.actions.suspension import suspend
from network.people.models import User
from network.people.signals import letter_written

CANARY = "the word nobody's employer may read"


@pytest.fixture
def kind():
    """A kind that holds as long as `kind.holds` says so."""
    kinds = apps.get_app_config("notices").kinds
    still = {"true": True}
    made = Kind(
        name="test.news",
        subject="There is news for you",
        words="Something changed.",
        still_true=lambda person, ref: still["true"],
        link=lambda ref: f"/m/e/{ref}/",
        attachment=lambda person, ref: ("entry.ics", b"BEGIN:VCALENDAR", "text/calendar"),
    )
    kinds["test.news"] = made
    yield made, still
    del kinds["test.news"]


def test_a_letter_leaves_once_and_says_nothing(ada, kind):
    tell(person=ada.person, kind=kind[0], ref=CANARY, key="fact:1")
    tell(person=ada.person, kind=kind[0], ref=CANARY, key="fact:1")

    run_jobs()
    run_jobs()

    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == ([ada.person.email], "There is news for you")
    assert CANARY not in letter.message().as_string()
    assert letter.attachments[0].filename == "entry.ics"
    assert Notice.objects.count() == 1


def test_sight_is_asked_again_at_sending(ada, kind):
    tell(person=ada.person, kind=kind[0], ref="1", key="fact:1")
    kind[1]["true"] = False

    run_jobs()

    assert mail.outbox == []
    assert Letter.objects.get().state == LetterState.DROPPED
    assert "Something changed" not in ada.client.get("/m/notices/").text


def test_a_suspended_member_gets_no_letter(ada, kind):
    tell(person=ada.person, kind=kind[0], ref="1", key="fact:1")
    suspend(person=ada.person, by=None)

    run_jobs()

    assert mail.outbox == []


def test_a_letter_goes_to_the_address_of_the_moment(ada, kind):
    tell(person=ada.person, kind=kind[0], ref="1", key="fact:1")
    User.objects.filter(pk=ada.person.pk).update(email="new@x.example")

    run_jobs()

    assert mail.outbox[0].to == ["new@x.example"]


def test_a_notice_without_a_letter(ada, kind):
    tell(person=ada.person, kind=kind[0], ref="1", key="fact:1", letter=False)

    run_jobs()

    assert mail.outbox == []
    page = ada.client.get("/m/notices/")
    assert "Something changed." in page.text
    assert "/m/e/1/" in page.text


def test_notices_are_marked_read_by_their_owner_alone(ada, bola, kind):
    notice = tell(person=ada.person, kind=kind[0], ref="1", key="fact:1", letter=False)

    with pytest.raises(Refused):
        mark_read(by=bola.viewer, notices=[notice])
    ada.client.post("/m/notices/reading/")

    assert not Notice.objects.unread().exists()


def test_an_account_letters_code_is_not_kept(db):
    letter_written.send(User, address="ada@x.example", subject="Your code", text="482 917", html="<p>482 917</p>")

    run_jobs()

    assert mail.outbox[0].body == "482 917"
    letter = Letter.objects.get()
    assert (letter.state, letter.text, letter.html, letter.subject, letter.address) == (
        LetterState.SENT,
        "",
        "",
        "",
        "",
    )


def test_a_letter_to_nobody_is_dropped(db):
    letter_written.send(User, address="", subject="", text="equal work", html="")

    run_jobs()

    assert mail.outbox == []
    assert Letter.objects.get().state == LetterState.DROPPED
