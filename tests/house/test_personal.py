"""Every personal field has its line in the data map."""

from network.records.data_map import data_map, unmapped


def test_every_personal_field_has_its_line():
    assert unmapped() == []


def test_every_line_is_filled_in_and_said_once():
    lines = data_map()

    empty = [
        f"{line.model._meta.label}.{line.field}"
        for line in lines
        if not all((line.purpose, line.basis, line.seen_by, line.keep, line.export, line.erase))
    ]
    doubled = {f"{line.model._meta.label}.{line.field}" for line in lines if lines.count(line) > 1}

    assert (empty, doubled) == ([], set())


def test_every_line_names_a_field_that_exists():
    gone = []
    for line in data_map():
        if line.field not in {field.name for field in line.model._meta.get_fields()}:
            gone.append(f"{line.model._meta.label}.{line.field}")

    assert gone == []


def test_nobody_learns_from_their_export_that_their_words_were_folded_away():
    [line] = [line for line in data_map() if line.field == "has_folds"]

    assert line.export.startswith("nothing")
