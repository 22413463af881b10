"""The pages of conversations, as those in them read them."""

import re
from uuid import uuid4

import pytest

from forum.direct.models import Invitation, Proposal
from tests.factories.direct import add, ask, list_for, make_conversation
from tests.factories.forum import say


def page(who, address):
    return who.client.get(address).content.decode()


def test_the_page_is_headed_by_the_other_and_titled_by_nobody(ada, bola):
    thread = make_conversation(bola.person, ada.person)

    hers, his = (page(who, f"/m/t/{thread.public_id}/") for who in (ada, bola))

    assert re.search(rf'id="thread-title">\s*{bola.person.name}\s*<', hers)
    assert re.search(rf'id="thread-title">\s*{ada.person.name}\s*<', his)
    assert "<title>Thread - BALI Network</title>" in hers
    assert not re.search(r"Pin to the top|Close this thread|/settings/", hers)


def test_three_are_named_with_an_and(ada, bola, cem):
    thread = add(make_conversation(bola.person, ada.person), cem.person)

    assert f"{bola.person.name} and {cem.person.name}" in page(ada, "/m/conversations/")
    assert page(ada, f"/m/t/{thread.public_id}/")


def test_messages_have_their_own_place_beside_the_spaces(ada, bola):
    thread = make_conversation(bola.person, ada.person)
    say(bola.viewer, thread, "About Thursday")

    side = page(ada, "/m/discussions/")
    assert re.search(r'Messages</span> <span class="side__count">\s*1<', side)
    assert ">Messages</a></h3>" not in side
    assert "Unread messages" in page(ada, "/m/") and bola.person.name in page(ada, "/m/")
    assert "About Thursday" not in page(ada, "/m/")


def test_search_finds_ones_own_words_and_no_title(ada, bola, dina):
    thread = make_conversation(bola.person, ada.person)
    say(bola.viewer, thread, "About quincunxes")

    found = {who: who.client.post("/m/search/", {"q": "quincunx"}).content.decode() for who in (ada, dina)}

    assert "About quincunxes" in found[ada] and "About quincunxes" not in found[dina]
    assert "thread-row__title" not in ada.client.post("/m/search/", {"q": "Conversation"}).content.decode()


def test_who_asks_is_shown_with_a_line_and_answered_on_a_page(ada, bola):
    list_for(ada.person)
    asked = ask(bola.person, ada.person, "About <the> panel")
    address = f"/m/conversations/requests/{asked.public_id}/"
    assert bola.person.name in page(ada, "/m/conversations/")
    assert "About &lt;the&gt; panel" in page(ada, address)

    first, second = (ada.client.post(address, {"answer": "yes"}) for _ in range(2))

    assert first["Location"] == second["Location"] and first["Location"].startswith("/m/t/")
    assert "You have said yes." in page(ada, address)


def test_a_request_that_was_withdrawn_meanwhile_is_gone(ada, bola):
    list_for(ada.person)
    asked = ask(bola.person, ada.person)

    bola.client.post(f"/m/conversations/requests/{asked.public_id}/withdrawal/")

    answer = ada.client.post(f"/m/conversations/requests/{asked.public_id}/", {"answer": "yes"})
    assert answer.status_code == 404


def test_names_are_looked_for_among_those_one_finds(ada, bola, cem):
    list_for(ada.person)
    list_for(cem.person)

    answer = bola.client.post("/m/conversations/new/", {"name": "a", "words": "My line", "look": "on"})

    shown = answer.content.decode()
    assert ada.person.name in shown and cem.person.name not in shown and "My line" in shown
    assert not Invitation.objects.exists()


def test_namesakes_are_asked_from_their_profiles(bola, ada, cem):
    type(cem.person).objects.filter(pk=cem.person.pk).update(name=ada.person.name)
    list_for(ada.person)
    list_for(cem.person)

    answer = bola.client.post("/m/conversations/new/", {"name": ada.person.name})

    assert (answer.status_code, Invitation.objects.count()) == (422, 0)
    # One who hides makes no namesake.
    cem.person.profile.is_listed = False
    cem.person.profile.save()
    assert bola.client.post("/m/conversations/new/", {"name": ada.person.name}).status_code == 302


@pytest.mark.parametrize(("length", "status"), [(300, 302), (301, 422)])
def test_the_line_has_a_bound(bola, length, status):
    answer = bola.client.post("/m/conversations/new/", {"name": "Nobody Known", "words": "x" * length})

    assert answer.status_code == status


@pytest.mark.parametrize(("length", "status"), [(200, 302), (201, 422)])
def test_the_name_has_a_bound(bola, length, status):
    assert bola.client.post("/m/conversations/new/", {"name": "x" * length}).status_code == status


def test_sent_twice_it_is_one_request(bola):
    key = str(uuid4())
    for name in ("Nobody Known", "Nobody Known"):
        bola.client.post("/m/conversations/new/", {"name": name, "key": key})

    assert Invitation.objects.count() == 1


def test_asking_too_much_is_said_and_the_line_kept(bola):
    for number in range(5):
        bola.client.post("/m/conversations/new/", {"name": f"Nobody {number}"})

    answer = bola.client.post("/m/conversations/new/", {"name": "One More", "words": "My line"})

    assert answer.status_code == 429
    assert "My line" in answer.content.decode() and "tomorrow" in answer.content.decode()


def test_a_proposal_is_answered_on_the_page(ada, bola, cem):
    thread = make_conversation(bola.person, ada.person)
    list_for(cem.person)
    bola.client.post(f"/m/t/{thread.public_id}/proposals/new/", {"name": cem.person.name})
    proposal = Proposal.objects.get()

    shown = page(ada, f"/m/t/{thread.public_id}/")
    assert f"<b>{bola.person.name}</b> would like to add <b>{cem.person.name}</b>" in shown
    ada.client.post(f"/m/t/{thread.public_id}/proposals/{proposal.public_id}/", {"answer": "yes"})

    assert Invitation.objects.filter(space=thread.space, person=cem.person).exists()


def test_a_choice_of_who_may_ask_is_kept(ada):
    ada.client.post("/m/conversations/reach/", {"asked_by": "nobody"})

    assert re.search(r'value="nobody"[^>]*checked', page(ada, "/m/conversations/reach/"))


def test_blocking_and_unblocking_from_the_profile(ada, bola):
    list_for(bola.person)
    profile = f"/m/p/{bola.person.profile.public_id}/"
    assert "Ask to talk" in page(ada, profile)

    ada.client.post(f"/m/blocks/{bola.person.public_id}/")
    assert "You have blocked" in page(ada, profile) and bola.person.name in page(ada, "/m/blocks/")
    ada.client.post(f"/m/blocks/{bola.person.public_id}/lifting/")
    assert "Ask to talk" in page(ada, profile)
