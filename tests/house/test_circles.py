"""No import circle and no arrow up, at any scale: wing, room, module. Read from the source, not through a tool."""

from tests.house.source import FLOORS, circles, imports, room_of

FOUND = imports()


def test_modules_form_no_circle():
    assert circles({(found.importer, found.imported) for found in FOUND}) == []


def test_rooms_form_no_circle():
    arrows = {(room_of(found.importer), room_of(found.imported)) for found in FOUND}

    assert circles({(start, goal) for start, goal in arrows if start != goal}) == []


def test_wings_form_no_circle():
    arrows = {(found.importer.split(".")[0], found.imported.split(".")[0]) for found in FOUND}

    assert circles({(start, goal) for start, goal in arrows if start != goal}) == []


def test_no_arrow_climbs_or_crosses_between_neighbours():
    climbing = [
        f"{found.where} {found.importer} -> {found.imported}"
        for found in FOUND
        if room_of(found.importer) != room_of(found.imported)
        and FLOORS.get(room_of(found.imported), 0) >= FLOORS.get(room_of(found.importer), 99)
    ]

    assert climbing == []


def test_forum_and_editorial_never_meet():
    meeting = [
        found.where
        for found in FOUND
        if {found.importer.split(".")[0], found.imported.split(".")[0]} == {"forum", "editorial"}
    ]

    assert meeting == []


def test_every_room_has_its_floor():
    rooms = {room_of(found.importer) for found in FOUND if "." in found.importer or found.importer == "editorial"}

    assert sorted(rooms - FLOORS.keys()) == []


def test_a_planted_circle_is_found():
    assert circles({("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")}) == [["a", "b", "c"]]
