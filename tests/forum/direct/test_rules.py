"""Whom a request reaches."""

from datetime import timedelta
from uuid import uuid4

import pytest

from forum.direct.models import Reachability
from forum.spaces.actions.pause import pause_person
from network.people.actions.shield import raise_shield
from network.people.models import ShieldLevel
from tests.factories.direct import ask, list_for, make_conversation
from tests.factories.forum import say


@pytest.mark.parametrize(("choice", "reaches"), [("members", "bola ada"), ("alumni", "ada"), ("nobody", "")])
def test_people_say_who_may_ask_them(ada, bola, cem, choice, reaches):
    list_for(cem.person, asked_by=choice)

    passed = [who for who in (bola, ada) if ask(who.person, cem.person).is_passed_on]

    assert passed == [{"bola": bola, "ada": ada}[name] for name in reaches.split()]


def test_until_somebody_chooses_alumni_alone_reach_them(ada, bola, cem):
    list_for(cem.person)
    Reachability.objects.all().delete()

    assert [ask(who.person, cem.person).is_passed_on for who in (ada, bola)] == [True, False]


def test_whoever_is_not_found_or_hides_is_not_reached(ada, bola, cem):
    list_for(ada.person)
    raise_shield(person=ada.person, level=ShieldLevel.LISTS, other=bola.person)
    assert not ask(bola.person, ada.person).is_passed_on

    # Whom the asker hides from everywhere could read nothing they write.
    list_for(cem.person)
    raise_shield(person=bola.person, level=ShieldLevel.EVERYWHERE, other=cem.person)
    assert not ask(bola.person, cem.person).is_passed_on


def test_whose_writing_is_paused_says_nothing_in_private_either_and_keeps_the_words(ada, bola, dina):
    thread = make_conversation(bola.person, ada.person)
    pause_person(by=dina.viewer, person=bola.person, span=timedelta(days=1), reason="Unkind")

    answer = bola.client.post(f"/m/t/{thread.public_id}/messages/", {"body": "my-own-words", "key": uuid4()})

    assert answer.status_code == 409 and "my-own-words" in answer.text
    assert not thread.messages.filter(author=bola.person).exists()
    assert say(ada.viewer, thread, "The other is free to write").pk
