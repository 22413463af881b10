"""Whoever asks gets one identical answer, whatever the other chose and whether or not they exist (standard, L31)."""

from itertools import combinations
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from forum.direct.actions.block import block_person
from forum.direct.actions.invitation import decline_invitation
from forum.direct.jobs import pass_on
from forum.direct.models import Invitation, Reach
from network.access.viewer import viewer_of
from network.directory.models import Profile
from network.jobs.worker import run_jobs
from network.people.actions.role import end_role
from network.people.actions.shield import raise_shield
from network.people.actions.suspension import suspend
from network.people.models import Role, ShieldLevel, User
from tests.factories.direct import list_for
from tests.house.matrix import CHANCE, told

KEY = UUID(int=7)
# What may be true of Ada, in any company.
FACTS = {
    "nobody may ask": lambda ada, bola: list_for(ada, asked_by=Reach.NOBODY),
    "alumni may ask": lambda ada, bola: list_for(ada, asked_by=Reach.ALUMNI),
    "blocked": lambda ada, bola: block_person(by=viewer_of(ada), person=bola),
    "blocked by the asker": lambda ada, bola: block_person(by=viewer_of(bola), person=ada),
    "hidden in lists": lambda ada, bola: raise_shield(person=ada, level=ShieldLevel.LISTS, other=bola),
    "hidden everywhere": lambda ada, bola: raise_shield(person=ada, level=ShieldLevel.EVERYWHERE, other=bola),
    "the asker hides": lambda ada, bola: raise_shield(person=bola, level=ShieldLevel.EVERYWHERE, other=ada),
    "unlisted": lambda ada, bola: Profile.objects.filter(person=ada).update(is_listed=False),
    "suspended": lambda ada, bola: suspend(person=ada, by=None),
    "no member any more": lambda ada, bola: [end_role(role=role, by=None) for role in Role.objects.filter(person=ada)],
    "no such person": lambda ada, bola: User.objects.filter(pk=ada.pk).update(name="Somebody Else"),
}
WORLDS = [(), *((fact,) for fact in FACTS), *list(combinations(FACTS, 2))[::5]]


def asks(bola, address: str, words: dict[str, str]) -> tuple[list, list[str]]:
    """What Bola is told, at once and on the pages after the worker's turn; and what was asked of the database."""
    with CaptureQueriesContext(connection) as asked:
        answers = [bola.client.post(address, words | {"key": str(KEY)})]
    kinds = [query["sql"].split()[0] for query in asked.captured_queries]
    run_jobs()
    pages = ("/m/conversations/asked/", "/m/conversations/", "/m/notices/")
    answers += [bola.client.get(page) for page in pages]
    shown = [told(answer) for answer in answers]
    ids = [public_id.encode() for public_id in Invitation.objects.values_list("public_id", flat=True)]
    return [(s, h, c, _without(b, ids)) for s, h, c, b in shown], kinds


def _without(body: bytes, ids: list[bytes]) -> bytes:
    for public_id in ids:
        body = body.replace(public_id, b"opaque")
    return CHANCE.sub(b"", body)


def in_world(facts, ada, bola, address: str, words: dict[str, str]):
    with transaction.atomic():
        list_for(ada.person)
        for fact in facts:
            FACTS[fact](User.objects.get(pk=ada.person.pk), User.objects.get(pk=bola.person.pk))
        heard = asks(bola, address, words)
        transaction.set_rollback(True)
    return heard


@pytest.fixture
def open_world(ada, bola):
    assert bola.client.get("/m/").status_code == 200
    list_for(bola.person)
    return ada, bola


@pytest.mark.parametrize("world", WORLDS, ids=" and ".join)
def test_asked_by_name_she_cannot_be_told_from_anybody(open_world, world):
    ada, bola = open_world
    words = {"name": ada.person.name, "words": "About the panel"}

    here = in_world(world, ada, bola, "/m/conversations/new/", words)

    assert here == in_world((), ada, bola, "/m/conversations/new/", words)
    assert here[0][0][:1] == (302,)


SEEN = [world for world in WORLDS if not {"hidden in lists", "hidden everywhere", "unlisted"} & set(world)]
THERE = [w for w in SEEN if not {"suspended", "no member any more", "no such person", "blocked by the asker"} & set(w)]


@pytest.mark.parametrize("world", THERE, ids=" and ".join)
def test_asked_from_her_profile_she_takes_requests_or_not(open_world, world):
    ada, bola = open_world
    list_for(ada.person)
    address = f"/m/p/{ada.person.profile.public_id}/asking/"

    here = in_world(world, ada, bola, address, {"words": "About the panel"})

    assert here == in_world((), ada, bola, address, {"words": "About the panel"})


def test_the_worlds_differ_for_her(open_world):
    """What is proved above is proved of something: only in the open world is she told."""
    ada, bola = open_world
    passed = {}
    for world in WORLDS[: len(FACTS) + 1]:
        with transaction.atomic():
            list_for(ada.person)
            for fact in world:
                FACTS[fact](User.objects.get(pk=ada.person.pk), User.objects.get(pk=bola.person.pk))
            bola.client.post("/m/conversations/new/", {"name": ada.person.name, "key": str(KEY)})
            pass_on.now(Invitation.objects.get().pk)
            passed[world] = Invitation.objects.get().is_passed_on
            transaction.set_rollback(True)

    assert [world for world, is_passed_on in passed.items() if is_passed_on] == [()]


def test_after_her_no_everything_reads_as_before(open_world):
    ada, bola = open_world
    list_for(ada.person)
    bola.client.post("/m/conversations/new/", {"name": ada.person.name, "key": str(KEY)})
    pass_on.now(Invitation.objects.get().pk)
    pages = ("/m/conversations/", "/m/conversations/new/", f"/m/p/{ada.person.profile.public_id}/")
    before = [told(bola.client.get(page)) for page in pages]

    decline_invitation(by=ada.viewer, invitation=Invitation.objects.get())
    block_person(by=ada.viewer, person=bola.person)

    assert [told(bola.client.get(page)) for page in pages] == before
