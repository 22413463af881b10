import asyncio

from asgiref.sync import async_to_sync

from forum.live.doorbell import PROCESS
from forum.live.hub import hub
from forum.talk.actions.habits import choose_habits
from forum.talk.changes import cursor_now
from network.people.actions.block import raise_block
from network.people.actions.shield import raise_shield
from network.people.models import ShieldLevel
from tests.live import NEVER, Listener, quiet, ticket_for

THREAD = "abcdefghijkl"


def heard_of_typing(typist, *others, space):
    """What the others hear while one types."""
    listeners = [Listener(ticket_for(who, space), cursor_now(who.viewer, space)) for who in (typist, *others)]

    async def listen():
        await hub.open(own_threads=False, heartbeat=NEVER, gather=0)
        try:
            for listener in listeners:
                await hub.join(listener)
            hub.presence.typing(listeners[0], THREAD)
            await quiet()
        finally:
            await hub.close()

    async_to_sync(listen)()
    return [listener.heard for listener in listeners]


def test_typing_is_told_by_name_to_others_only(ada, bola, lounge):
    hers, his = heard_of_typing(ada, bola, space=lounge)

    assert (hers, his) == ([], [{"kind": "typing", "thread": THREAD, "name": ada.person.name}])


def test_typing_is_not_told_to_whom_one_is_shielded_from_in_lists(ada, maya, bola, lounge):
    raise_shield(person=bola.person, level=ShieldLevel.LISTS, other=maya.person)

    _, hers, theirs = heard_of_typing(bola, maya, ada, space=lounge)

    assert (hers, [word["kind"] for word in theirs]) == ([], ["typing"])


def test_typing_of_somebody_who_switched_it_off_is_told_to_nobody(ada, bola, lounge):
    choose_habits(by=ada.viewer, shows_presence=True, shows_typing=False, announce="each")

    assert heard_of_typing(ada, bola, space=lounge) == [[], []]


def test_neither_of_two_hears_the_other_type_once_one_has_blocked_the_other(ada, bola, cem, lounge):
    raise_block(person=ada.person, other=bola.person)

    (_, his, theirs) = heard_of_typing(ada, bola, cem, space=lounge)
    (_, hers) = heard_of_typing(bola, ada, space=lounge)

    assert (his, hers, [word["kind"] for word in theirs]) == ([], [], ["typing"])


def test_people_here_are_counted_without_those_shielded_from_the_reader(ada, maya, lounge):
    listeners = [Listener(ticket_for(who, lounge), cursor_now(who.viewer, lounge)) for who in (ada, maya)]
    people = [ada.person.pk, *range(10_001, 10_013)]
    covering = frozenset(range(10_001, 10_005))
    hers = listeners[1].ticket
    object.__setattr__(hers.viewer, "hidden_in_lists", covering)

    async def listen():
        await hub.open(own_threads=False, heartbeat=NEVER, gather=0)
        try:
            for listener in listeners:
                await hub.join(listener)
            hub.presence.heard({"kind": "here", "space": lounge.pk, "process": PROCESS, "people": people})
            await asyncio.sleep(0)
        finally:
            await hub.close()

    async_to_sync(listen)()

    assert [listener.heard for listener in listeners] == [[{"kind": "here", "about": 15}], []]
