"""Who is here, and who is typing: passing words, kept nowhere, and never against a shield or a block."""

import asyncio
from time import monotonic
from typing import Any

from forum.live.doorbell import PROCESS, Note, doorbell
from forum.live.limits import HERE_LASTS_SECONDS, HERE_SECONDS, TYPING_ROOM
from forum.live.reader import Packet, Reader
from forum.live.room import Room
from network.access.counting import roughly

Signal = dict[str, Any]


class Presence:
    """Each process tells the others who reads with it. Whoever is shielded from a reader is not counted for them."""

    def __init__(self, rooms: dict[int, Room]) -> None:
        self._rooms = rooms
        self._here: dict[tuple[int, str], tuple[float, frozenset[int]]] = {}
        # Of which spaces this process said who is there: of one that nobody reads any more it says so once.
        self._spoke_of: set[int] = set()

    def people_in(self, space_id: int) -> set[int]:
        """Ids of those here, in every process that told us lately."""
        fresh = monotonic() - HERE_LASTS_SECONDS
        told = [people for (space, _), (at, people) in self._here.items() if space == space_id and at > fresh]
        return set().union(*told)

    def typing(self, reader: Reader, thread: str) -> None:
        """Somebody types in a thread. Passed on to whoever may know of them, unless they switched it off or the space
        tells nobody."""
        if not (reader.ticket.shows_typing and reader.ticket.tells_typing):
            return
        doorbell.ring(
            Note(
                signals=[
                    {
                        "kind": "typing",
                        "space": reader.ticket.space_id,
                        "thread": thread,
                        "person": reader.ticket.viewer.person_id,
                        "name": reader.ticket.name,
                    }
                ]
            )
        )

    def heard(self, signal: Signal) -> None:
        """A passing word of this process or another."""
        room = self._rooms.get(signal["space"])
        if signal["kind"] == "moved":
            for reader in room.hearing() if room is not None else ():
                reader.take(Packet([{"kind": "moved", "thread": signal["thread"]}]))
        elif signal["kind"] == "here":
            key = (signal["space"], signal["process"])
            self._here[key] = (monotonic(), frozenset(signal["people"]))
            if room is not None:
                self._tell_counts(room)
        elif room is not None and len(self.people_in(room.space_id)) < TYPING_ROOM:
            packet = Packet([{"kind": "typing", "thread": signal["thread"], "name": signal["name"]}])
            for reader in room.hearing():
                viewer = reader.ticket.viewer
                if signal["person"] != viewer.person_id and signal["person"] not in viewer.untold_of:
                    reader.take(packet)

    def _tell_counts(self, room: Room) -> None:
        people = self.people_in(room.space_id)
        for_most, packets = roughly(len(people)), dict[int, Packet]()
        for reader in room.hearing():
            untold_of = reader.ticket.viewer.untold_of
            count = roughly(len(people) - len(people & untold_of)) if untold_of else for_most
            if reader.told_about == count:
                continue
            if reader.take(packets.setdefault(count, Packet([{"kind": "here", "about": count}]))):
                reader.told_about = count

    async def tell_others(self) -> None:
        """Every quarter of a minute, which is also how often a count may change."""
        while True:
            await asyncio.sleep(HERE_SECONDS)
            self._say_who_is_here()
            self._forget()

    def _say_who_is_here(self) -> None:
        signals = [here_in(room) for room in self._rooms.values()]
        signals += [here(space_id, set()) for space_id in self._spoke_of - self._rooms.keys()]
        self._spoke_of = set(self._rooms)
        for signal in signals:
            doorbell.ring(Note(signals=[signal]))

    def _forget(self) -> None:
        stale = monotonic() - HERE_LASTS_SECONDS
        self._here = {key: kept for key, kept in self._here.items() if kept[0] > stale}


def here_in(room: Room) -> Signal:
    """Who reads there with this process and lets it be counted."""
    counted = (reader for reader in room.readers() if reader.is_here and reader.ticket.shows_presence)
    return here(room.space_id, {reader.ticket.viewer.person_id for reader in counted})


def here(space_id: int, people: set[int | None]) -> Signal:
    """The word with which a process tells the others whom it has there."""
    return {"kind": "here", "space": space_id, "process": PROCESS, "people": sorted(filter(None, people))}
