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
        self._told: dict[Reader, int] = {}

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
            if self._told.get(reader, 0) == count:
                continue
            if reader.take(packets.setdefault(count, Packet([{"kind": "here", "about": count}]))):
                self._told[reader] = count

    async def tell_others(self) -> None:
        """Every quarter of a minute, which is also how often a count may change."""
        while True:
            await asyncio.sleep(HERE_SECONDS)
            for room in list(self._rooms.values()):
                doorbell.ring(Note(signals=[here_in(room)]))
            self._forget()

    def _forget(self) -> None:
        stale = monotonic() - HERE_LASTS_SECONDS
        self._here = {key: kept for key, kept in self._here.items() if kept[0] > stale}
        readers = {reader for room in self._rooms.values() for reader in room.readers()}
        self._told = {reader: count for reader, count in self._told.items() if reader in readers}


def here_in(room: Room) -> Signal:
    """Who reads there with this process and lets it be counted."""
    counted = (reader for reader in room.readers() if reader.is_here and reader.ticket.shows_presence)
    people = {reader.ticket.viewer.person_id for reader in counted}
    return {"kind": "here", "space": room.space_id, "process": PROCESS, "people": sorted(filter(None, people))}
