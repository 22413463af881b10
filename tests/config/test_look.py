"""What templates draw with."""

import re
from datetime import UTC, datetime

import pytest
from django.template import engines

from config.templatetags.look import ICONS, avatar, day, hour, icon, initials, long_table, seats
from tests.house.source import ROOT

DRAWN = re.compile(r"\{% icon [\"']([\w-]+)[\"']")


@pytest.mark.parametrize(
    "name, letters",
    [("Ada Okafor-Lynch", "AO"), ("Kehinde", "K"), ("Nguyễn Thị Ánh Tuyết", "NT"), ("", ""), ("  Ł  Ż ", "ŁŻ")],
)
def test_initials_are_of_the_first_and_last_word(name, letters):
    assert initials(name) == letters


def test_an_avatar_keeps_its_colour_and_is_hidden():
    first, second = avatar("Ada Okafor-Lynch"), avatar("Ada Okafor-Lynch")

    assert first == second and 'aria-hidden="true"' in first


def test_a_name_cannot_write_markup():
    assert "<" not in re.sub(r"</?span[^>]*>", "", avatar("<b <i"))


def test_every_icon_a_template_names_is_in_the_set():
    named = {name for path in (ROOT / "templates").rglob("*.html") for name in DRAWN.findall(path.read_text())}

    assert sorted(named - set(ICONS)) == []


def test_an_icon_is_hidden_and_not_focusable():
    assert 'aria-hidden="true" focusable="false"' in icon("bell")


@pytest.mark.parametrize("capacity, free, drawn", [(40, 7, (33, 7)), (6, 2, (4, 2)), (60, 0, (60, 0))])
def test_seats_are_taken_or_free(capacity, free, drawn):
    shown = seats(capacity, free)

    assert (shown.count("seats__taken"), shown.count("seats__free")) == drawn


@pytest.mark.parametrize("capacity", [0, 61, 500])
def test_seats_are_left_to_words_where_there_are_none_or_many(capacity):
    assert seats(capacity, 0) == ""


@pytest.mark.parametrize("tone", ["hero", "quiet"])
def test_one_seat_at_the_long_table_is_empty(tone):
    assert long_table(tone).count("art-empty ") == 1


def test_the_drawings_carry_no_style():
    page = engines["django"].from_string('{% cover "A title" %}{% long_table %}{% seats 12 3 %}{% icon "bell" %}')

    assert " style=" not in page.render({})


def test_times_are_of_the_london_clock():
    summer = datetime(2026, 7, 3, 16, 5, tzinfo=UTC)

    assert (day(summer), hour(summer)) == ("Friday 3 July 2026", "17:05")


@pytest.mark.parametrize(("capacity", "width"), [(1, 120), (24, 120), (60, 300)])
def test_a_handful_of_seats_is_drawn_no_larger_than_a_full_room(capacity, width):
    assert f'viewBox="0 0 {width} 17"' in seats(capacity, 0)
