"""Cover art: seating plans, drawn from a title's seed and always the same for it (docs: the design's section 2)."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

WIDTH, HEIGHT = 320, 200
PLANS = ("long", "pair", "theatre", "horseshoe", "rows", "cabaret", "round", "circle")
# Ground, table, seats, accent: names of the art colours in tokens.css.
PALETTES = (
    ("deep", "turmeric", ("blush", "sky", "chalk"), "madder"),
    ("madder", "deep", ("blush", "chalk"), "turmeric"),
    ("blush", "indigo", ("madder", "walnut"), "chalk"),
    ("sky", "deep", ("indigo", "chalk"), "madder"),
    ("turmeric", "walnut", ("indigo", "chalk"), "madder"),
    ("verdigris", "chalk", ("sky", "blush"), "turmeric"),
    ("walnut", "blush", ("sky", "chalk"), "madder"),
)


def seed_of(title: str) -> int:
    """32-bit FNV-1a over the trimmed, lower-cased title."""
    number = 0x811C9DC5
    for byte in title.strip().lower().encode():
        number = ((number ^ byte) * 0x01000193) & 0xFFFFFFFF
    return number


def numbers(seed: int) -> Iterator[float]:
    """mulberry32: numbers from 0 up to 1, the same ones for the same seed."""
    state = seed & 0xFFFFFFFF
    while True:
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ (state >> 15)) * (state | 1)) & 0xFFFFFFFF
        mixed ^= (mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61))) & 0xFFFFFFFF
        yield ((mixed ^ (mixed >> 14)) & 0xFFFFFFFF) / 4294967296


@dataclass(frozen=True)
class Seat:
    """A half disc at (x, y); `angle` in degrees is where its round side points, so its flat side faces the table."""

    x: float
    y: float
    radius: float
    angle: float

    def path(self) -> str:
        turn = math.radians(self.angle + 90)
        dx, dy = self.radius * math.cos(turn), self.radius * math.sin(turn)
        start, end = f"{self.x - dx:.1f} {self.y - dy:.1f}", f"{self.x + dx:.1f} {self.y + dy:.1f}"
        return f"M{start}A{self.radius:.1f} {self.radius:.1f} 0 0 1 {end}Z"

    @property
    def is_in_frame(self) -> bool:
        return 20 < self.x < WIDTH - 20 and 20 < self.y < HEIGHT - 20


Plan = tuple[str, list[Seat]]


def draw(seed: int, palette: int | None = None, plan: str | None = None) -> str:
    """The drawing as inline SVG, coloured by classes alone, hidden from assistive technology."""
    ground, table, colours, accent = PALETTES[seed % 7 if palette is None else palette]
    chance = numbers(seed)
    shapes, seats = DRAWN[plan or PLANS[(seed >> 8) % 8]](chance)
    inside = [number for number, seat in enumerate(seats) if seat.is_in_frame] or [0]
    special = inside[int(next(chance) * len(inside))]
    painted = [
        f'<rect class="art-{ground}" width="{WIDTH}" height="{HEIGHT}"/>',
        f'<g class="art-{table}">{shapes}</g>',
    ]
    for number, seat in enumerate(seats):
        colour = accent if number == special else colours[int(next(chance) * len(colours))]
        painted.append(f'<path class="art-{colour}" d="{seat.path()}"/>')
    return (
        f'<svg class="cover" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" '
        f'focusable="false">{"".join(painted)}</svg>'
    )


def _bar(y: float, height: float = 14) -> str:
    return f'<rect x="-80" y="{y - height / 2:.1f}" width="480" height="{height}"/>'


def _long(chance: Iterator[float]) -> Plan:
    sizes, shift, seats = (26, 32, 38), (32 if next(chance) > 0.5 else 0), []
    for side, start in ((-1, -10.0), (1, -10.0 + shift)):
        x = start
        while x < WIDTH + 40:
            radius = sizes[int(next(chance) * 3)]
            seats.append(Seat(x + radius, 100 + side * 15, radius, 90 * side))
            x += 2 * radius + 10
    return _bar(100), seats


def _pair(chance: Iterator[float]) -> Plan:
    left, right = 64 + 24 * next(chance), 64 + 24 * next(chance)
    table = '<rect x="153" y="-20" width="14" height="240"/>'
    small = 30 + 10 * next(chance)
    seats = [Seat(145, 96, left, 180), Seat(175, 104, right, 0), Seat(145, 96 + left + small + 8, small, 180)]
    return table, seats


def _theatre(chance: Iterator[float]) -> Plan:
    seats = []
    for row, many in enumerate((6, 8, 10, 12)):
        radius = 78 + 34 * row
        for number in range(many):
            angle = 180 + (number + 0.5) * 180 / many
            turn = math.radians(angle)
            seats.append(Seat(160 + radius * math.cos(turn), 206 + radius * math.sin(turn), 13, angle))
    return '<circle cx="160" cy="206" r="52"/>', seats


def _horseshoe(chance: Iterator[float]) -> Plan:
    table = (
        '<path d="M92 210V104a68 68 0 0 1 136 0v106h-20V104a48 48 0 0 0-96 0v106z"/><circle cx="160" cy="116" r="22"/>'
    )
    seats = [Seat(84, 182, 24, 180), Seat(236, 182, 24, 0)]
    for angle in (190, 230, 270, 310, 350):
        turn = math.radians(angle)
        seats.append(Seat(160 + 76 * math.cos(turn), 104 + 76 * math.sin(turn), 24, angle))
    return table, seats


def _rows(chance: Iterator[float]) -> Plan:
    shapes, seats = [], []
    for row in range(4):
        y = 42 + row * 52
        shapes.append(_bar(y + 6, 6))
        start = -10 + (34 if row % 2 else 0)
        seats += [Seat(start + 68 * number, y, 30, -90) for number in range(6)]
    return "".join(shapes), seats


def _cabaret(chance: Iterator[float]) -> Plan:
    shapes, seats = [], []
    for row in range(3):
        for column in range(4):
            x, y = -30 + column * 116 + (58 if row % 2 else 0), 32 + row * 70
            shapes.append(f'<rect x="{x}" y="{y - 6}" width="80" height="12"/>')
            for seat_x in (x + 21, x + 59):
                seats += [Seat(seat_x, y - 11, 16, -90), Seat(seat_x, y + 11, 16, 90)]
    return "".join(shapes), seats


def _ring(centre: tuple[float, float], radius: float, size: float, step: float, offset: float) -> list[Seat]:
    seats, angle = [], offset
    while angle < 360 + offset - step / 2:
        turn = math.radians(angle)
        seats.append(Seat(centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn), size, angle))
        angle += step
    return seats


def _round(chance: Iterator[float]) -> Plan:
    centre = (300 + 30 * next(chance), 210 + 20 * next(chance))
    turned = 20 * next(chance)
    seats = _ring(centre, 140, 26, 24, turned) + _ring(centre, 204, 26, 18, turned + 8)
    return f'<circle cx="{centre[0]:.1f}" cy="{centre[1]:.1f}" r="126"/>', seats


def _circle(chance: Iterator[float]) -> Plan:
    turned = int(next(chance) * 4) * 90
    inner = [seat for seat in _ring((160, 104), 62, 17, 36, turned) if (seat.angle - turned) % 360 < 270]
    outer = [seat for seat in _ring((160, 104), 112, 20, 24, turned + 10) if (seat.angle - turned) % 360 < 270]
    return "", inner + outer


DRAWN: dict[str, Callable[[Iterator[float]], Plan]] = {
    "long": _long,
    "pair": _pair,
    "theatre": _theatre,
    "horseshoe": _horseshoe,
    "rows": _rows,
    "cabaret": _cabaret,
    "round": _round,
    "circle": _circle,
}
