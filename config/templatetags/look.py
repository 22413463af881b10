"""What templates draw with: icons, avatars, covers, seats and dates. Built in: no `load` needed."""

import json
from datetime import datetime
from pathlib import Path
from zlib import crc32

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from editorial.cover import draw, seed_of
from editorial.long_table import long_table as draw_long_table

register = template.Library()
ICONS: dict[str, str] = json.loads((Path(__file__).parent / "icons.json").read_text(encoding="utf-8"))
MOST_SEATS = 60
NARROWEST_ROW = 12


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """A drawing of our set; the words always stand beside it. Raises KeyError for a name that is not in the set."""
    return format_html(
        '<svg class="icon {}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" '
        'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">{}</svg>',
        css,
        mark_safe(ICONS[name]),
    )


def initials(name: str) -> str:
    """First letters of the first and last word."""
    words = name.split()
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in ends).upper()


@register.simple_tag
def avatar(name: str, css: str = "") -> SafeString:
    """Two initials on a colour that follows from the name. Hidden: the name stands beside it."""
    return format_html(
        '<span class="avatar avatar--{} {}" aria-hidden="true">{}</span>', crc32(name.encode()) % 8, css, initials(name)
    )


@register.simple_tag
def cover(title: str, seed: int | None = None, palette: int | None = None, plan: str = "") -> SafeString:
    """A seating plan for a title, always the same one."""
    return mark_safe(draw(seed if seed is not None else seed_of(title), palette, plan or None))


@register.simple_tag
def long_table(tone: str = "hero") -> SafeString:
    """The table that everybody sits at, one seat empty. `quiet` where the ground is the page's."""
    return mark_safe(draw_long_table(tone))


@register.simple_tag
def seats(capacity: int, free: int) -> SafeString:
    """Taken seats filled, free ones outlined, in two rows. Above sixty words alone serve better."""
    if not 0 < capacity <= MOST_SEATS:
        return SafeString("")
    row = (capacity + 1) // 2
    half = "M{x} {y}a4 4 0 0 1 8 0z"
    drawn = "".join(
        f'<path class="{"seats__free" if number >= capacity - free else "seats__taken"}" '
        f'd="{half.format(x=1 + (number % row) * 10, y=6 + number // row * 9)}"/>'
        for number in range(capacity)
    )
    # A handful of seats keep the size they have in a fuller room.
    width = max(row, NARROWEST_ROW) * 10
    return mark_safe(f'<svg class="seats" viewBox="0 0 {width} 17" aria-hidden="true" focusable="false">{drawn}</svg>')


@register.filter
def day(value: datetime) -> str:
    """Friday 30 October 2026, on the London clock."""
    local = timezone.localtime(value)
    return f"{local:%A} {local.day} {local:%B %Y}"


@register.filter
def hour(value: datetime) -> str:
    """17:00, on the London clock."""
    return f"{timezone.localtime(value):%H:%M}"


@register.filter
def telephone(value: str) -> str:
    """What a `tel:` link wants: digits alone."""
    return "".join(letter for letter in value if letter.isdigit() or letter == "+")
