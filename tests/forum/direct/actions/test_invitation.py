"""Asking somebody to talk, and answering."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from forum.direct.actions.invitation import (
    Meant,
    accept_invitation,
    ask_to_talk,
    decline_invitation,
    withdraw_invitation,
)
from forum.direct.jobs import forget_past, pass_on
from forum.direct.models import Invitation
from forum.direct.notices import ACCEPTED, ASKED
from forum.spaces.actions.pause import pause_person
from forum.spaces.models import Space
from forum.talk.models import Following, Message
from network.access.visible import Refused
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from network.people.actions.suspension import suspend
from network.people.models import Role, RoleKind, User
from tests.factories.direct import ask, list_for, make_conversation
from tests.factories.forum import say
from tests.factories.network import make_people


def told(who, kind=ASKED):
    return Notice.objects.filter(person=who.person, kind=kind.name).count()


def ask_by_name(who, name):
    return ask_to_talk(by=who.viewer, meant=Meant(name, None), words="", key=uuid4())


def test_whoever_is_asked_is_told_without_a_word_and_talks_after_a_yes(ada, bola, on_commit):
    list_for(ada.person)
    with on_commit():
        asked = ask_to_talk(
            by=bola.viewer, meant=Meant(ada.person.name, ada.person), words="canary, about the panel", key=uuid4()
        )
    run_jobs()
    run_jobs()

    (letter,) = [one for one in mail.outbox if one.to == [ada.person.email]]
    assert letter.subject == "Somebody would like to talk with you"
    assert not any(word in letter.message().as_string() for word in ("canary", bola.person.name))
    assert not Space.objects.exists() and not Message.objects.exists()

    thread = accept_invitation(by=ada.viewer, invitation=Invitation.objects.get(pk=asked.pk))

    assert [Space.objects.visible_to(who.viewer).count() for who in (ada, bola)] == [1, 1]
    assert Following.objects.followed().filter(thread=thread).count() == 2
    assert told(bola, ACCEPTED) == 1
    assert not Message.objects.exists()
    assert say(bola.viewer, thread, "Hello").pk


def test_nobody_else_sees_the_conversation(ada, bola, cem, dina, efe, finn, maya):
    thread = make_conversation(bola.person, ada.person)

    seen = [type(thread).objects.visible_to(who.viewer).exists() for who in (cem, dina, efe, finn, maya)]

    assert seen == [False] * 5
    assert not any(word in f"{thread.title} {thread.space.name}" for word in ("Ada", "Bola"))


def test_a_no_is_told_to_nobody_and_can_become_a_yes(ada, bola):
    list_for(ada.person)
    asked = ask(bola.person, ada.person)

    decline_invitation(by=ada.viewer, invitation=asked)

    assert list(Invitation.objects.asked_by(bola.viewer)) == [asked]
    assert not Notice.objects.filter(person=bola.person).exists()
    assert accept_invitation(by=ada.viewer, invitation=Invitation.objects.get(pk=asked.pk)).pk


def test_after_a_no_the_same_person_is_not_asked_again_for_thirty_days(ada, bola):
    list_for(ada.person)
    first = ask(bola.person, ada.person)
    decline_invitation(by=ada.viewer, invitation=first)
    withdraw_invitation(by=bola.viewer, invitation=first)

    again = ask(bola.person, ada.person)

    assert (again.pk != first.pk, again.is_passed_on, told(ada)) == (True, False, 1)
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert ask(bola.person, ada.person).is_passed_on


def test_asked_twice_it_is_one_request(ada, bola):
    list_for(ada.person)

    requests = {ask(bola.person, ada.person).pk for _ in range(2)}
    by_name = {ask_by_name(bola, name).pk for name in ("Nobody Known", "nobody known")}

    assert (len(requests), len(by_name), told(ada)) == (1, 1, 1)


def test_a_withdrawn_request_is_nowhere(ada, bola):
    list_for(ada.person)
    asked = ask(bola.person, ada.person)

    withdraw_invitation(by=bola.viewer, invitation=asked)

    assert not Invitation.objects.visible_to(ada.viewer).exists()
    assert not ASKED.still_true(ada.person, asked.public_id)
    with pytest.raises(Refused):
        accept_invitation(by=ada.viewer, invitation=asked)


def test_only_the_one_who_was_asked_answers(ada, bola, cem):
    list_for(ada.person)
    asked = ask(bola.person, ada.person)

    for who in (bola, cem):
        with pytest.raises(Refused):
            accept_invitation(by=who.viewer, invitation=asked)
        with pytest.raises(Refused):
            decline_invitation(by=who.viewer, invitation=asked)


def test_a_suspended_asker_is_not_shown(ada, bola):
    list_for(ada.person)
    asked = ask(bola.person, ada.person)

    suspend(person=bola.person, by=None)

    assert not Invitation.objects.visible_to(ada.viewer).filter(pk=asked.pk).exists()


def test_two_who_ask_one_another_have_one_conversation(ada, bola):
    list_for(ada.person)
    list_for(bola.person)
    hers, his = ask(ada.person, bola.person), ask(bola.person, ada.person)

    threads = {
        accept_invitation(by=bola.viewer, invitation=hers).pk,
        accept_invitation(by=ada.viewer, invitation=his).pk,
    }

    assert len(threads) == 1
    assert Role.objects.filter(kind=RoleKind.CORRESPONDENT).count() == 2


def test_whose_writing_is_paused_asks_nobody(bola, dina, finn):
    pause_person(by=dina.viewer, person=bola.person, span=timedelta(days=1), reason="Unkind")

    for who in (bola, finn):
        with pytest.raises(Refused):
            ask_by_name(who, "Nobody")


def test_a_request_lasts_thirty_days(ada, bola):
    list_for(ada.person)
    asked = ask(bola.person, ada.person)

    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert not Invitation.objects.visible_to(ada.viewer).exists()
        assert not Invitation.objects.asked_by(bola.viewer).exists()
        forget_past.now()

    assert not Invitation.objects.filter(pk=asked.pk).exists()


def test_passed_on_twice_it_is_told_once(ada, bola):
    list_for(ada.person)
    asked = ask(bola.person, ada.person)

    pass_on.now(asked.pk)

    assert told(ada) == 1


def test_an_erased_person_leaves_the_request_as_one_to_nobody(ada, bola):
    list_for(ada.person)
    ask(bola.person, ada.person)

    User.objects.get(pk=ada.person.pk).delete()

    (asked,) = Invitation.objects.asked_by(bola.viewer)
    assert (asked.name, asked.person) == (ada.person.name, None)


def test_a_crowd_of_requests_costs_no_more_questions(ada, django_assert_num_queries):
    list_for(ada.person)
    for person in make_people(3):
        ask(person, ada.person)

    viewer = ada.viewer
    with django_assert_num_queries(1):
        assert len(Invitation.objects.visible_to(viewer).select_related("asker")) == 3
