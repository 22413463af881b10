"""What is held before others see it, and why, from the moderators' table."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from forum.spaces.actions.hold_order import hold_next_posts, lift_hold_order
from forum.spaces.models import HoldOrder, Space
from forum.talk.models import Thread
from network.access.audience import ALUMNI, MEMBERS
from network.access.visible import Refused
from network.people.actions.affiliation import affiliate
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.factories.forum import hold, make_space, make_thread

WAITING, ORDERS, QUEUE = "/m/desk/waiting/", "/m/desk/holds/", "/m/desk/reports/"


def held_in(author, by, body="Held words", audience=MEMBERS):
    """What somebody says where everything is looked at first."""
    thread = make_thread(author.viewer, make_space(audience=audience))
    Space.objects.filter(pk=thread.space_id).update(approves_first=True)
    return hold(by.viewer, Thread.objects.get(pk=thread.pk), body)


def test_what_waits_in_all_spaces_stands_on_one_page(ada, bola, dina):
    for words in ("First words", "Second words"):
        held_in(ada, bola, words)

    page, queue = dina.client.get(WAITING).text, dina.client.get(QUEUE).text

    assert page.index("First words") < page.index("Second words")
    assert "Waiting to be posted: 2" in queue and WAITING in queue


def test_an_office_opens_no_room(ada, cem, dina):
    grant_role(person=cem.person, kind=RoleKind.ALUMNA, scope="C12", by=None)
    held_in(ada, cem, "canary", audience=ALUMNI)

    assert "canary" not in dina.client.get(WAITING).text
    assert "Waiting to be posted: 0" in dina.client.get(QUEUE).text


def test_whoever_moderates_one_space_finds_its_own_alone(ada, bola, cem, dina):
    here, _ = held_in(ada, bola, "Words here"), held_in(ada, bola, "canary")
    grant_role(person=cem.person, kind=RoleKind.MODERATOR, scope=here.space.public_id, by=None)

    page = cem.client.get(WAITING).text

    assert "Words here" in page and "canary" not in page
    assert cem.client.get(ORDERS).status_code == cem.client.get(reverse("watchwords")).status_code == 404


def test_the_page_asks_the_same_however_much_waits(ada, bola, dina):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            dina.client.get(WAITING)
        return len(captured)

    held_in(ada, bola)
    dina.client.get(WAITING)
    few = asked()
    for _ in range(4):
        held_in(ada, bola)

    assert asked() == few


def test_an_order_begins_at_a_report_and_is_lifted_from_the_list(ada, bola, dina, concern_about):
    concern = concern_about(ada, by=bola)
    address = reverse("hold_order_new", args=[concern.public_id])
    assert address in dina.client.get(reverse("concern", args=[concern.public_id])).text

    assert dina.client.post(address, {"how_long": "five"}).status_code == 422
    assert dina.client.post(address, {"how_long": "five", "reason": "Twice unkind"}).status_code == 302
    order = HoldOrder.objects.get()
    assert (order.person, order.posts_left, order.reason) == (ada.person, 5, "Twice unkind")
    page = dina.client.get(ORDERS).text
    assert ada.person.name in page and "5 more messages" in page

    dina.client.post(reverse("hold_order_lifting", args=[order.pk]))
    assert ada.person.name not in dina.client.get(ORDERS).text


def test_nobody_orders_about_a_colleague_and_nobody_reads_of_themselves(ada, bola, cem, dina, leo, concern_about):
    affiliate(person=dina.person, organisation=ada.person.affiliations.get().organisation)
    concern = concern_about(ada, by=bola)
    order = hold_next_posts(by=leo, person=dina.person, posts=5, reason="canary")

    assert dina.client.get(reverse("hold_order_new", args=[concern.public_id])).status_code == 404
    assert "canary" not in dina.client.get(ORDERS).text
    assert dina.client.post(reverse("hold_order_lifting", args=[order.pk])).status_code == 404


def test_nobody_reads_or_lifts_an_order_about_a_colleague(ada, bola, cem, dina, leo):
    affiliate(person=dina.person, organisation=ada.person.affiliations.get().organisation)
    about_ada = hold_next_posts(by=leo, person=ada.person, posts=5, reason="canary")
    hold_next_posts(by=leo, person=cem.person, posts=5, reason="Twice unkind")

    page = dina.client.get(ORDERS).text

    assert "Twice unkind" in page and "canary" not in page and ada.person.name not in page
    assert dina.client.post(reverse("hold_order_lifting", args=[about_ada.pk])).status_code == 404
    with pytest.raises(Refused):
        lift_hold_order(by=dina.viewer, order=about_ada)
    assert HoldOrder.objects.running().filter(pk=about_ada.pk).exists()
