"""Nobody hears what they may not read: all lines of all spaces are asked for by everybody, and everybody speaks."""

import json

import pytest

from forum.spaces.models import Space
from forum.talk.models import Thread
from network.access.visible import can_see
from tests.factories.forum import say
from tests.leaks.conftest import EVERYBODY
from tests.leaks.listening import KINDS, Line, listen_everywhere

MEMBERS = ("ada", "bola", "cem", "maya", "dina")
REPLAYING = ("outsider", "eve", "ada", "bola", "dina")
HIDDEN_FROM = {"bola": {"cem"}}


def readers_of(garden, space) -> set[str]:
    return {handle for handle in EVERYBODY if can_see(garden.viewer(handle), space)}


def places(garden) -> list[tuple[Space, Thread, str]]:
    """Each space with a thread in it, and each of the cast who reads there and may write."""
    found = []
    for thread in Thread.objects.order_by("pk").select_related("space"):
        for writer in MEMBERS:
            if can_see(garden.viewer(writer), thread):
                found.append((thread.space, thread, writer))
    return found


def everybody_speaks(garden, on_commit) -> dict[str, tuple[str, str]]:
    """Each says words of their own wherever they may: marker, with who said it and where."""
    said = {}
    with on_commit():
        for space, thread, writer in places(garden):
            readers = {who for who in readers_of(garden, space) if writer not in HIDDEN_FROM.get(who, ())}
            readers -= {who for who in readers if not can_see(garden.viewer(who), thread)}
            words = garden.words(*readers)
            try:
                say(garden.viewer(writer), thread, words)
            except Exception:  # noqa: BLE001, S112 - closed, paused, waiting first: nothing was said that could be heard
                continue
            said[words.split()[1]] = (writer, space.public_id)
    return said


def lines_of(garden, kinds=KINDS, handles=EVERYBODY, after=None) -> list[Line]:
    spaces = Space.objects.order_by("pk").values_list("public_id", flat=True)
    return [
        Line(handle, garden.cast[handle], kind, space, (after or {}).get(space, ""))
        for space in [*spaces, "unknown12345"]
        for handle in handles
        for kind in kinds
    ]


def leaks_in(garden, lines) -> dict[str, list[tuple[str, str]]]:
    """Markers that came to somebody who may not read them."""
    found = {}
    for marker, (_, readers) in garden.plants.items():
        if to := [(line.handle, line.kind) for line in lines if marker in line.said and line.handle not in readers]:
            found[marker] = to
    return found


@pytest.mark.timeout(240)
def test_no_frame_tells_anybody_what_they_may_not_read(garden, on_commit, logged):
    said, later = {}, {}
    typed = [(who, json.dumps({"signal": "typing", "thread": "AnyThread"})) for who in MEMBERS]

    lines = lines_of(garden)
    listen_everywhere(lines, lambda: said.update(everybody_speaks(garden, on_commit)), typed)
    # A poll ends with the first news, which was mostly that somebody types. Now it shall be words.
    polls = lines_of(garden, ("poll",))
    listen_everywhere(polls, lambda: later.update(everybody_speaks(garden, on_commit)))
    lines += polls

    let_in = {(line.handle, line.kind, line.space) for line in lines if line.status in (101, 200)}
    may = {(who, space.public_id) for space in Space.objects.all() for who in readers_of(garden, space)}
    assert let_in == {(who, kind, space) for who, space in may for kind in KINDS}
    assert leaks_in(garden, lines) == {}
    names = {who: garden.cast[who].person.name for who in MEMBERS}
    told_of = {who: typists(lines, who) for who in MEMBERS}
    assert names["cem"] not in told_of["bola"] and names["ada"] not in told_of["maya"]
    assert names["ada"] in told_of["bola"] and names["cem"] in told_of["maya"]
    assert logged() == []
    words = said | later
    heard = {kind: {m for m in words for line in lines if line.kind == kind and m in line.said} for kind in KINDS}
    assert heard["socket"] == heard["stream"] == set(said) and len(said) > 15, "too little was said to prove anything"
    assert {later[marker][1] for marker in heard["poll"] & later.keys()} == {space for _, space in later.values()}


def typists(lines, handle) -> set[str]:
    """Of whom somebody was told that they type."""
    return {frame["name"] for line in lines if line.handle == handle for frame in line.frames if "name" in frame}


@pytest.mark.timeout(240)
def test_cursors_of_others_and_forged_ones_open_nothing(garden, on_commit):
    """Ada's cursors in the hands of everybody, and each line asked with those of another space."""
    lines = lines_of(garden, ["socket"], ["ada"])
    listen_everywhere(lines, lambda: everybody_speaks(garden, on_commit))
    hers = {line.space: chain[0] for line in lines if (chain := [f["follows"] for f in line.frames if "follows" in f])}
    spaces = list(hers)
    elsewhere = dict(zip(spaces, [hers[space] for space in [*spaces[1:], spaces[0]]], strict=True))
    forged = {space: ("B" if cursor[0] != "B" else "C") + cursor[1:] for space, cursor in hers.items()}

    replayed = listen_everywhere(lines_of(garden, handles=REPLAYING, after=hers), lambda: None)
    wrong = [*lines_of(garden, handles=["ada"], after=elsewhere), *lines_of(garden, handles=["ada"], after=forged)]
    misplaced = listen_everywhere(wrong, lambda: None)

    assert leaks_in(garden, replayed) == {}
    # Cem hides from Bola, so Bola's places are other words than Ada's; who sees what Ada sees reads on from there.
    assert told(replayed, "bola", hers) == told(misplaced, "ada", hers) == set()
    assert told(replayed, "dina", hers) and told(replayed, "ada", hers) == set(hers)
    assert leaks_in(garden, misplaced) == {} and not [line for line in misplaced if messages_in(line)]


def messages_in(line) -> list[dict]:
    return [frame for frame in line.frames if frame.get("kind") == "message"]


def told(lines, handle, spaces) -> set[str]:
    """In which of these spaces somebody was told a message."""
    return {line.space for line in lines if line.handle == handle and line.space in spaces and messages_in(line)}
